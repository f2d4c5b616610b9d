# What has to be the same in two places is generated or tested, never kept so by a comment.
cd "$1" && . tests/structure/sources.sh
finish 'comments that ask to keep things alike' "$(
    { sources; find cmake lib tests -name '*.sql' -o -name '*.cmake' -o -name CMakeLists.txt; } |
        xargs grep -niE 'keep (this |these |it |them )?(in sync|in step|synchronis|synchroniz|consistent with)|must (match|mirror) the (list|table) in'
)"
