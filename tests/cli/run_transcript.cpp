// SPDX-License-Identifier: MIT
// Runs one transcript: run_transcript BIN_DIR SHARED_DIR FILE. See README.md.
#include "tests/cli/story.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace crm::transcript
{

namespace
{

constexpr int skipped = 77;

/// The folder of one run, deleted in the end.
struct Stage {
    Stage()
    {
        std::string name = (std::filesystem::temp_directory_path() / "crm-story-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw std::runtime_error("cannot make a folder in " +
                                     std::filesystem::temp_directory_path().string());
        root = name;
        std::filesystem::create_directory(work());
    }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    ~Stage()
    {
        std::error_code ignored;
        std::filesystem::remove_all(root, ignored);
    }
    [[nodiscard]] std::filesystem::path work() const { return root / "work"; }

    std::filesystem::path root;
};

struct Surroundings {
    std::string programs; ///< the folder with crm
    std::string shared;   ///< data that several projects share, may be missing
    std::string data;     ///< tests/data
};

struct Result {
    std::vector<std::string> out;
    std::vector<std::string> err;
    int code = 0;
};

/// What a reader would not see in a file of text is shown by a sign.
std::string visible(const std::string& line)
{
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\r')
            text += "␍";
        else if (line[i] == '\x1b')
            text += "␛";
        else if (line.compare(i, 3, "\xEF\xBB\xBF") == 0) {
            text += "␟";
            i += 2;
        } else
            text += line[i];
    }
    return text;
}

std::vector<std::string> lines_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    const auto text = content.str();
    std::vector<std::string> lines;
    for (std::string line; std::getline(content, line);)
        lines.push_back(visible(line));
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    if (!text.empty() && text.back() != '\n')
        lines.emplace_back("\\ no line break at the end");
    return lines;
}

/// Becomes /bin/sh with the command; only for a child process.
[[noreturn]] void become_shell(const std::string& command, const Stage& stage,
                               const Surroundings& around)
{
    const auto work = stage.work().string();
    std::vector<std::string> environment = {
        "PATH=" + around.programs + ":/usr/bin:/bin",
        "HOME=" + work,
        "CRM_DB=" + work + "/crm.db",
        "CRM_TODAY=2026-06-30",
        "TZ=UTC",
        "LC_ALL=C.UTF-8",
        "SHARED=" + around.shared,
        "DATA=" + around.data,
    };
    for (const char* kept : {"ASAN_OPTIONS", "UBSAN_OPTIONS"})
        if (const char* value = std::getenv(kept))
            environment.push_back(std::string(kept) + '=' + value);
    std::vector<char*> pointers;
    for (auto& variable : environment)
        pointers.push_back(variable.data());
    pointers.push_back(nullptr);
    const int in = open("/dev/null", O_RDONLY);
    const int out = open((stage.root / "out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int err = open((stage.root / "err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (chdir(work.c_str()) != 0 || in < 0 || out < 0 || err < 0 || dup2(in, 0) < 0 ||
        dup2(out, 1) < 0 || dup2(err, 2) < 0)
        _exit(126);
    execle("/bin/sh", "sh", "-c", command.c_str(), nullptr, pointers.data());
    _exit(127);
}

Result run(const std::string& command, const Stage& stage, const Surroundings& around)
{
    const auto child = fork();
    if (child < 0)
        throw std::runtime_error("cannot start a process");
    if (child == 0)
        become_shell(command, stage, around);
    int status = 0;
    waitpid(child, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {lines_of(stage.root / "out"), lines_of(stage.root / "err"), code};
}

/// What is wrong with a step, empty if nothing is.
std::string complaint(const Step& step, const Result& result)
{
    auto text = step.shown ? difference(step.out, result.out) : std::string();
    if (const auto err = difference(step.err, result.err); !err.empty())
        text += "standard error:\n" + err;
    if (step.code != result.code)
        text += "exit code " + std::to_string(result.code) + ", not " + std::to_string(step.code) +
                '\n';
    return text.empty() ? "" : "$ " + step.command + '\n' + text;
}

/// Takes over what was printed, but keeps lines whose placeholders still fit.
void update(std::vector<std::string>& expected, const std::vector<std::string>& actual)
{
    if (difference(expected, actual).empty())
        return;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        if (i == expected.size())
            expected.push_back(actual[i]);
        else if (!matches(expected[i], actual[i]))
            expected[i] = actual[i];
    }
    expected.resize(actual.size());
}

std::string play(Story& story, const Surroundings& around)
{
    const Stage stage;
    std::string complaints;
    for (auto& step : story.steps) {
        const auto result = run(step.command, stage, around);
        complaints += complaint(step, result);
        if (step.shown) {
            update(step.out, result.out);
            update(step.err, result.err);
            step.code = result.code;
        }
    }
    if (std::filesystem::exists(stage.work() / "crm.db"))
        complaints +=
            complaint({{}, "crm db check", {}, {}, 0, true}, run("crm db check", stage, around));
    return complaints;
}

int main_of(const std::string& file, const Surroundings& around)
{
    auto story = read_story(file);
    if (story.needs_shared_data && !std::filesystem::is_directory(around.shared)) {
        std::cout << "SKIPPED: " << file << " needs the shared data\n";
        return skipped;
    }
    const auto before = to_text(story);
    const auto complaints = play(story, around);
    std::cout << complaints;
    if (std::getenv("CRM_UPDATE_TRANSCRIPTS") != nullptr && to_text(story) != before) {
        std::ofstream(file) << to_text(story);
        std::cout << "rewritten: " << file << '\n';
    }
    return complaints.empty() ? 0 : 1;
}

} // namespace

} // namespace crm::transcript

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "usage: run_transcript BIN_DIR SHARED_DIR FILE\n";
        return 2;
    }
    try {
        const auto data = std::filesystem::absolute(argv[3]).parent_path() / "../../tests/data";
        return crm::transcript::main_of(argv[3],
                                        {argv[1], argv[2], data.lexically_normal().string()});
    } catch (const std::exception& failure) {
        std::cerr << "run_transcript: " << failure.what() << '\n';
        return 2;
    }
}
