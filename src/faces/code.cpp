// gesta code: pages in, events out. Reads inputs in the order given, folders in the order of their names; works on several pages at once and
// writes in input order. Every page ends as one output record or one line of rejects.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <variant>

#include "base/date.h"
#include "base/json.h"
#include "faces/commands.h"
#include "faces/ordered_workers.h"
#include "faces/table.h"

namespace gesta {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  std::string record;  // what goes to the output; empty for a reject
  std::optional<Reject> reject;
  size_t events = 0;
  std::string id;           // of the article
  Fingerprint fingerprint;  // of its text
};

// A file that closes itself and turns a failed write (full disk) into a SetupError.
class Sink {
 public:
  explicit Sink(const std::string& path)
      : path_(path.empty() ? "standard output" : path), file_(path.empty() ? stdout : std::fopen(path.c_str(), "wb")) {
    if (!file_) throw SetupError(path_ + ": cannot be written; check the folder and its permissions");
  }
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  ~Sink() {
    if (file_ != stdout) std::fclose(file_);
  }
  void write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail();
  }
  void flush() {
    if (std::fflush(file_) != 0) fail();
  }

 private:
  [[noreturn]] void fail() { throw SetupError(path_ + ": writing failed (disk full?); what was written before is whole up to its last line"); }
  std::string path_;
  std::FILE* file_;
};

// One line on the terminal, rewritten twice a second; silent when standard error is no terminal.
class Progress {
 public:
  void step(bool rejected, size_t events) {
    ++pages_;
    rejected_ += rejected;
    events_ += events;
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_ || now - shown_ < std::chrono::milliseconds(500)) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::fprintf(stderr, "\r%zu pages, %.0f pages/s, %zu events, %zu rejected ", pages_, static_cast<double>(pages_) / seconds, events_, rejected_);
  }
  void end() const {
    if (terminal_ && shown_ != start_) std::fprintf(stderr, "\n");
  }
  size_t rejected() const { return rejected_; }

 private:
  bool terminal_ = isatty(STDERR_FILENO) != 0;
  size_t pages_ = 0, rejected_ = 0, events_ = 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now(), shown_ = start_;
};

std::string reject_line(const Reject& reject) {
  JsonWriter json;
  json.begin_object().key("input").string(reject.input).key("offset").number(static_cast<int64_t>(reject.offset));
  json.key("reason").string(reject.reason).key("advice").string(reject.advice).end_object();
  return json.take() + "\n";
}

// The files of a folder, sorted by path, hidden ones left out.
std::vector<std::string> files_of(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<std::string> files;
  for (auto walk = fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error);
       walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (error) break;
    if (walk->path().filename().string().starts_with('.')) {
      walk.disable_recursion_pending();
    } else if (walk->is_regular_file(error)) {
      files.push_back(walk->path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string frames_text(const Engine& engine, const Reading& reading) {
  std::string out = "# newdoc id = " + reading.article->id + "\n";
  for (const Frame& frame : read_frames(reading.document, engine.knowledge())) out += to_text(frame, reading.document) + "\n";
  return out + "\n";
}

std::string record_of(const CodeOptions& options, const Engine& engine, const Reading& reading) {
  if (options.until == "tokens") return "# newdoc id = " + reading.article->id + "\n" + to_conllu(reading.document);
  if (options.until == "frames") return frames_text(engine, reading);
  return options.format == "table" && options.until == "events" ? to_table(reading) : to_json(reading) + "\n";
}

// Copies are found where records are delivered, in the order of the input, so that the answer is the same for every number of threads. A quote
// inside a JSON string is escaped, so the field cannot be met in a text.
void mark_duplicate(Outcome& outcome, Duplicates& run) {
  constexpr std::string_view kField = "\"duplicate_of\":";
  const std::string first = run.add(outcome.id, outcome.fingerprint);
  const size_t at = first.empty() ? std::string::npos : outcome.record.find(std::string(kField) + "null");
  if (at == std::string::npos) return;
  JsonWriter json;
  json.string(first);
  outcome.record.replace(at + kField.size(), 4, json.take());
}

Outcome work_on(const CodeOptions& options, const Engine& engine, std::variant<Page, Reject>&& item) {
  if (auto* reject = std::get_if<Reject>(&item)) return {"", std::move(*reject), 0, {}, {}};
  const Page& page = std::get<Page>(item);
  const Until until = options.until == "article" ? Until::article : options.until == "events" ? Until::events : Until::tokens;
  try {
    const Result<Reading> reading = engine.read(page, until);
    if (!reading) return {"", reading.error(), 0, {}, {}};
    const Article& article = *reading.value().article;
    return {record_of(options, engine, reading.value()), std::nullopt, reading.value().reports.size(), article.id, article.fingerprint};
  } catch (const std::bad_alloc&) {
    return {"", Reject{page.id, page.offset, "not enough memory for this page", "run with fewer threads (-j 1) or cut the page"}, 0, {}, {}};
  }
}

}  // namespace

int run_code(CodeOptions options) {
  if (!options.published.empty() && !parse_iso_date(options.published)) {
    throw SetupError("--published " + options.published + ": not a date; write it as YYYY-MM-DD, for instance 2016-12-03");
  }
  if (options.format.empty()) options.format = options.output.empty() && isatty(STDOUT_FILENO) ? "table" : "jsonl";
  options.engine.home = find_home();
  const Engine engine = Engine::load(options.engine);
  for (const std::string& complaint : engine.knowledge().complaints()) std::fprintf(stderr, "gesta: %s\n", complaint.c_str());
  Sink output(options.output);
  std::optional<Sink> rejects;
  if (!options.rejects.empty()) rejects.emplace(options.rejects);
  Progress progress;
  std::exception_ptr broken;       // the first failed write
  std::atomic<bool> stop = false;  // set with it; the run ends at once

  Duplicates run;
  const auto deliver = [&](Outcome&& outcome) {
    if (broken) return;
    try {
      mark_duplicate(outcome, run);
      progress.step(outcome.reject.has_value(), outcome.events);
      output.write(outcome.record);
      if (outcome.reject && rejects) rejects->write(reject_line(*outcome.reject));
      if (outcome.reject && !rejects) {
        const Reject& reject = *outcome.reject;
        std::fprintf(stderr, "gesta: %s, byte %llu: %s; %s\n", reject.input.c_str(), static_cast<unsigned long long>(reject.offset),
                     reject.reason.c_str(), reject.advice.c_str());
      }
    } catch (...) {
      broken = std::current_exception();
      stop = true;
    }
  };
  OrderedWorkers<std::variant<Page, Reject>, Outcome> workers(
      options.threads, [&](std::variant<Page, Reject>&& item) { return work_on(options, engine, std::move(item)); }, deliver);
  InputOptions reading;
  reading.published = options.published;
  for (const std::string& input : options.inputs) {
    for (const std::string& file : files_of(input)) {
      const auto page = [&](Page&& found) { return workers.add(std::move(found)), !stop; };
      const auto reject = [&](Reject&& found) { return workers.add(std::move(found)), !stop; };
      read_input(file, reading, page, reject);
    }
  }
  workers.finish();
  progress.end();
  if (broken) std::rethrow_exception(broken);
  output.flush();
  if (rejects) rejects->flush();
  return progress.rejected() > 0 ? 1 : 0;
}

}  // namespace gesta
