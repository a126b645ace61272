// One input, whatever it is: told apart by its first bytes, then by its name. Files are mapped; standard input is spooled to a nameless temporary
// file, so that memory is bounded by one record. Packed input is unpacked member by member.
#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "base/utf8.h"
#include "pages/charset.h"
#include "pages/jsonl.h"
#include "pages/unpack.h"
#include "pages/warc.h"

namespace gesta {
namespace {

using OnPage = std::function<bool(Page&&)>;
using OnReject = std::function<bool(Reject&&)>;

enum class Kind { warc, jsonl, page, binary, arc };

struct Magic {
  std::string_view bytes, name;
};
constexpr Magic kMagics[] = {{"%PDF", "a PDF file"},
                             {"\x89PNG", "a PNG image"},
                             {"\xFF\xD8\xFF", "a JPEG image"},
                             {"GIF8", "a GIF image"},
                             {"PK\x03\x04", "a zip archive"},
                             {"\x7f"
                              "ELF",
                              "a program"},
                             {"SQLite format", "a SQLite database"},
                             {"Rar!", "a rar archive"},
                             {"BZh", "a bzip2 file"},
                             {"\xFD"
                              "7zXZ",
                              "an xz file"},
                             {"PAR1", "a Parquet file"}};

bool ends(std::string_view name, std::string_view end) {
  if (name.size() < end.size()) return false;
  for (size_t i = 0; i < end.size(); ++i)
    if ((name[name.size() - end.size() + i] | 0x20) != (end[i] | 0x20)) return false;
  return true;
}

bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 2048);
  for (const Magic& magic : kMagics)
    if (head.starts_with(magic.bytes)) return true;
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return false;
  size_t odd = 0, zero = 0;
  for (const char c : head) {
    const auto u = static_cast<unsigned char>(c);
    odd += u < 0x20 && u != '\t' && u != '\n' && u != '\r' && u != '\f' && u != 0x1B && u != 0;
    zero += u == 0;
  }
  const bool wide = zero * 5 > head.size() * 2 && zero * 5 < head.size() * 3;  // UTF-16 without its mark
  return odd * 10 > head.size() || (zero > 0 && !wide && zero * 50 > head.size());
}

std::string binary_name(std::string_view bytes) {
  for (const Magic& magic : kMagics)
    if (bytes.starts_with(magic.bytes)) return std::string(magic.name);
  return "a binary file";
}

Kind kind_of(std::string_view bytes, std::string_view name) {
  const size_t at = bytes.substr(0, 64).find_first_not_of(" \t\r\n");
  const std::string_view head = at == std::string_view::npos ? bytes : bytes.substr(at);
  if (head.starts_with("WARC/")) return Kind::warc;
  if (head.starts_with("filedesc://")) return Kind::arc;
  if (ends(name, ".arc")) return Kind::arc;
  if (ends(name, ".warc")) return Kind::warc;
  if (ends(name, ".jsonl") || ends(name, ".ndjson")) return Kind::jsonl;
  if (looks_binary(bytes)) return Kind::binary;
  if (head.starts_with("{") && !ends(name, ".txt") && !ends(name, ".html")) return Kind::jsonl;
  return Kind::page;
}

bool has_markup(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 4096));
  for (const std::string_view mark :
       {"<!doctype", "<html", "<head", "<body", "<div", "<p>", "<p ", "<meta", "<article", "<script", "<h1", "<table", "<a "})
    if (head.find(mark) != std::string::npos) return true;
  return head.find('\0') != std::string::npos;  // UTF-16 markup
}

std::string_view without_pack(std::string_view name) {
  for (const std::string_view end : {".gz", ".zst", ".gzip"})
    if (ends(name, end)) return name.substr(0, name.size() - end.size());
  return name;
}

class Input {
 public:
  Input(std::string name, const InputOptions& options, const OnPage& page, const OnReject& reject)
      : name_(std::move(name)), options_(options), reject_(reject) {
    page_ = [&options, &page](Page&& p) {
      if (p.published.empty()) p.published = options.published;
      return page(std::move(p));
    };
  }

  bool read(std::string_view bytes) {
    if (is_gzip(bytes) || is_zstd(bytes)) return read_packed(bytes);
    const Kind kind = kind_of(bytes, without_pack(name_));
    if (kind == Kind::warc) return WarcReader(name_, options_.longest_page, page_, reject_).whole(bytes);
    if (kind != Kind::jsonl) return read_page(bytes, kind, 0);
    uint64_t at = 0;
    return read_lines(bytes, 0, at, true);
  }

 private:
  bool bad(uint64_t offset, std::string reason, std::string advice) { return reject_({name_, offset, std::move(reason), std::move(advice)}); }

  bool read_page(std::string_view bytes, Kind kind, uint64_t offset) {
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return bad(offset, "the input is empty", "check that the file was written");
    if (kind == Kind::arc)
      return bad(offset, "an ARC file, the forerunner of WARC, is not read", "convert it with a WARC tool, for instance warcio recompress");
    if (kind == Kind::binary) return bad(offset, binary_name(bytes) + " is no page", "give HTML, text, JSONL or WARC");
    if (bytes.size() > options_.longest_page)
      return bad(offset, "the page is longer than " + std::to_string(options_.longest_page >> 20) + " MiB", "split the file or raise the bound");
    Page page;
    page.id = name_, page.offset = offset, page.body = std::string(bytes);
    const std::string_view name = without_pack(name_);
    const bool html = ends(name, ".html") || ends(name, ".htm") || ends(name, ".xhtml") || (!ends(name, ".txt") && has_markup(bytes));
    page.form = html ? Page::Form::html : Page::Form::plain;
    return page_(std::move(page));
  }

  // Lines of `bytes`; what follows the last line break is left for the next piece unless `last`. `used`: bytes done with.
  bool read_lines(std::string_view bytes, uint64_t offset, uint64_t& used, bool last) {
    for (used = 0; used < bytes.size();) {
      const size_t end = bytes.find('\n', used);
      if (end == std::string_view::npos && !last) return true;
      const std::string_view line = bytes.substr(used, end - used);
      if (!read_line(line, offset + used)) return false;
      used = end == std::string_view::npos ? bytes.size() : end + 1;
    }
    return true;
  }

  bool read_line(std::string_view line, uint64_t offset) {
    ++number_;
    if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3), offset += 3;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return true;
    if (line.size() > options_.longest_page)
      return reject_({name_ + ":" + std::to_string(number_), offset,
                      "the line is longer than " + std::to_string(options_.longest_page >> 20) + " MiB", "raise the bound"});
    Result<Page> page = read_json_line(line, name_, number_, offset);
    return page.ok() ? page_(std::move(*page)) : reject_(Reject(page.error()));
  }

  bool read_packed(std::string_view bytes) {
    WarcReader warc(name_, options_.longest_page, page_, reject_);
    std::string pending;
    Kind kind = Kind::page;
    bool begun = false, refused = false;
    const auto piece = [&](const Unpacked& part) {
      if (part.bytes.empty()) return true;
      if (!begun) kind = kind_of(part.bytes, without_pack(name_)), begun = true;
      if (kind == Kind::warc) return warc.feed(part.bytes, part.offset);
      if (kind == Kind::arc || kind == Kind::binary) return refused = true, read_page(part.bytes, kind, part.offset), false;
      pending += part.bytes;
      if (kind != Kind::jsonl && pending.size() > options_.longest_page) return refused = true, read_page(pending, kind, part.offset), false;
      if (kind != Kind::jsonl) return true;
      uint64_t used = 0;
      const bool going = read_lines(pending, part.offset, used, false);
      pending.erase(0, used);
      return going;
    };
    const auto damage = [&](uint64_t offset, std::string reason) {
      warc.abandon();  // a record or line that goes on in the damage; a page is no page without its end
      pending.clear();
      begun = begun && (kind == Kind::warc || kind == Kind::jsonl);
      return bad(offset, std::move(reason), "fetch the file again; what could be read was read. Pack large inputs in many members");
    };
    if (!unpack(bytes, piece, damage)) return refused;
    if (kind == Kind::warc) return warc.finish();
    uint64_t used = 0;
    if (kind == Kind::jsonl) return read_lines(pending, 0, used, true);
    return begun ? read_page(pending, kind, 0) : true;
  }

  std::string name_;
  const InputOptions& options_;
  OnPage page_;
  const OnReject& reject_;
  uint64_t number_ = 0;
};

// Standard input as a mapped file without a name.
std::optional<MappedFile> spool_stdin() {
  std::FILE* spool = std::tmpfile();
  if (!spool) return std::nullopt;
  std::string block(1u << 16, '\0');
  bool good = true;
  for (size_t size; good && (size = std::fread(block.data(), 1, block.size(), stdin)) > 0;) good = std::fwrite(block.data(), 1, size, spool) == size;
  good = good && std::fflush(spool) == 0;
  auto file = good ? MappedFile::open("/proc/self/fd/" + std::to_string(fileno(spool))) : std::nullopt;
  std::fclose(spool);
  return file;
}

}  // namespace

bool read_input(const std::string& path, const InputOptions& options, const std::function<bool(Page&&)>& page,
                const std::function<bool(Reject&&)>& reject) {
  const bool standard = path == "-";
  const std::string name = standard ? "stdin" : std::filesystem::path(path).filename().string();
  const auto file = standard ? spool_stdin() : MappedFile::open(path);
  if (!file) return reject({standard ? name : path, 0, "the input cannot be opened", "check the path and its permissions"});
  return Input(name, options, page, reject).read(file->bytes());
}

}  // namespace gesta
