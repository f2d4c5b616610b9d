# A function fits a screen: at most 50 lines with its head. clang-format puts the braces of a function
# on lines of their own, so a function is what lies between two of them with the same indentation.
cd "$1" && . tests/structure/sources.sh
finish 'functions of more than 50 lines' "$(sources | xargs awk '
    FNR == 1 { depth = 0; head = 1 }
    /^ *\{$/ {
        indent = index($0, "{")
        is_function = last !~ /^ *(namespace|class|struct|enum|union)/ && last !~ /^ *[:,] / && \
                      last !~ /(=|\(|,)$/
        if (is_function && !depth) {
            depth = indent
            start = head
        }
    }
    depth && /^ *\}/ && index($0, "}") == depth {
        if (FNR - start + 1 > 50)
            print FILENAME ":" start ": " FNR - start + 1
        depth = 0
    }
    # A head begins behind the last line that ends something.
    /[;{}:]$/ || /^ *(\/\/|#|$)/ || /^template/ { head = FNR + 1 }
    { last = $0 }')"
