#include "model/model.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"
#include "model/byte_cursor.hpp"

namespace chancery {
namespace {

constexpr std::string_view kMagic("CHANCERY-MODEL\0\0", 16);
constexpr size_t kHeaderSize = 64;
constexpr size_t kMostSections = 4096;  // names are compared one by one
constexpr std::string_view kWayOut = "copy or train it anew, or unset CHANCERY_MODEL to use the one beside the program";

/// The bytes of a file, mapped; or a copy of bytes in memory, aligned as a mapping would be.
class Content {
 public:
  explicit Content(const std::filesystem::path& file);
  explicit Content(std::string_view bytes);
  Content(const Content&) = delete;
  Content& operator=(const Content&) = delete;
  ~Content();
  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  std::byte* data_ = nullptr;
  size_t size_ = 0;
  bool mapped_ = false;
};

Content::Content(const std::filesystem::path& file) {
  const auto fail = [&](const char* doing) {
    return Error(ErrorKind::io, fmt::format("cannot {} the model {}: {}", doing, file.string(), std::strerror(errno)));
  };
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw fail("open");
  struct ::stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  size_ = regular ? static_cast<size_t>(status.st_size) : 0;
  void* address = size_ == 0 ? nullptr : ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  const int reason = errno;
  ::close(descriptor);
  if (!regular) throw Error(ErrorKind::input, fmt::format("{} is not a model: it is no file; {}", file.string(), kWayOut));
  if (address == MAP_FAILED) {
    errno = reason;
    throw fail("map");
  }
  data_ = static_cast<std::byte*>(address);
  mapped_ = address != nullptr;
}

Content::Content(std::string_view bytes) : size_(bytes.size()) {
  data_ = static_cast<std::byte*>(::operator new(size_ + 1, std::align_val_t{kAlignment}));
  std::copy_n(reinterpret_cast<const std::byte*>(bytes.data()), size_, data_);
}

Content::~Content() {
  if (mapped_) {
    ::munmap(data_, size_);
  } else if (data_ != nullptr) {
    ::operator delete(data_, std::align_val_t{kAlignment});
  }
}

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

struct Section {
  std::string name;
  std::span<const std::byte> bytes;
};

class OpenModel final : public Model {
 public:
  template <class From>
  OpenModel(const From& from, std::string name) : content_(from), name_(std::move(name)) {
    check_header();
    read_directory();
  }

  std::string_view card() const override { return card_; }
  const std::string& fingerprint() const override { return fingerprint_; }
  bool has(std::string_view section) const override { return find(section) != nullptr; }
  std::span<const std::byte> section(std::string_view name) const override {
    if (const Section* found = find(name)) return found->bytes;
    throw Error(ErrorKind::input, fmt::format("the model {} has no section \"{}\": it was trained for another version "
                                              "of this program; {}", name_, name, kWayOut));
  }
  std::vector<std::string> sections() const override {
    std::vector<std::string> names;
    for (const Section& section : sections_) names.push_back(section.name);
    return names;
  }

 private:
  void check_header();
  void read_directory();
  std::span<const std::byte> part(uint64_t offset, uint64_t size) const;
  std::string complaint(std::string_view what) const { return fmt::format("{} {}; {}", name_, what, kWayOut); }
  [[noreturn]] void refuse(std::string_view what) const { throw Error(ErrorKind::input, complaint(what)); }
  const Section* find(std::string_view name) const {
    const auto found = std::find_if(sections_.begin(), sections_.end(), [&](const Section& s) { return s.name == name; });
    return found == sections_.end() ? nullptr : &*found;
  }

  Content content_;
  std::string name_, fingerprint_;
  std::string_view card_;
  std::vector<Section> sections_;
};

void OpenModel::check_header() {
  const auto bytes = content_.bytes();
  const std::string_view begin = as_text(bytes).substr(0, kMagic.size());
  if (begin.empty() || begin != kMagic.substr(0, begin.size())) refuse("is not a model of Chancery: it does not begin as one");
  if (bytes.size() < kHeaderSize) refuse("is a truncated model: it ends within its header");
  const std::string damaged = complaint("is a damaged model");
  ByteCursor cursor(bytes.subspan(kMagic.size()), damaged);
  const auto format = cursor.number<uint32_t>();
  if (format > kFormat) {
    throw Error(ErrorKind::input, fmt::format("{} was made by a newer version of Chancery (format {}, this program reads {}); update "
                                              "the program or use an older model", name_, format, kFormat));
  }
  if (format == 0 || cursor.number<uint32_t>() != 0) refuse("is a damaged model: its header makes no sense");
  const auto size = cursor.number<uint64_t>();
  if (bytes.size() < size) refuse(fmt::format("is a truncated model: {} bytes of {} are there", bytes.size(), size));
  if (bytes.size() > size) refuse(fmt::format("is a damaged model: {} bytes follow its end", bytes.size() - size));
  const auto checksum = cursor.number<uint64_t>();
  const std::string_view reserved = as_text(bytes).substr(40, kHeaderSize - 40);
  if (reserved.find_first_not_of('\0') != reserved.npos) refuse("is a damaged model: its header makes no sense");
  if (hash64(as_text(bytes.subspan(kHeaderSize))) != checksum) {
    refuse("is a damaged model: its content does not have the checksum that its header states");
  }
  fingerprint_ = fmt::format("{:016x}", checksum);
}

std::span<const std::byte> OpenModel::part(uint64_t offset, uint64_t size) const {
  const auto bytes = content_.bytes();
  if (offset < kHeaderSize || offset > bytes.size() || size > bytes.size() - offset) {
    refuse("is a damaged model: a section lies outside the file");
  }
  return bytes.subspan(offset, size);
}

void OpenModel::read_directory() {
  const std::string damaged = complaint("is a damaged model: its list of sections ends too early");
  ByteCursor cursor(content_.bytes().subspan(kHeaderSize), damaged);
  const auto count = cursor.number<uint64_t>();
  const auto card_offset = cursor.number<uint64_t>();
  card_ = as_text(part(card_offset, cursor.number<uint64_t>()));
  if (count > kMostSections) refuse("is a damaged model: its list of sections makes no sense");
  for (uint64_t i = 0; i < count; ++i) {
    const auto offset = cursor.number<uint64_t>();
    const auto size = cursor.number<uint64_t>();
    const std::string name(cursor.text(cursor.number<uint32_t>()));
    if (offset % kAlignment != 0 || has(name)) refuse("is a damaged model: its list of sections makes no sense");
    sections_.push_back({name, part(offset, size)});
  }
}

}  // namespace

std::shared_ptr<const Model> Model::open(const std::filesystem::path& file) {
  return std::make_shared<const OpenModel>(file, file.string());
}

std::shared_ptr<const Model> Model::from_bytes(std::string bytes) {
  return std::make_shared<const OpenModel>(std::string_view(bytes), "the model in memory");
}

void ModelWriter::add(std::string name, std::string bytes) {
  for (const auto& section : sections_) {
    if (section.first == name) throw Error(ErrorKind::internal, fmt::format("the model already has a section \"{}\"", name));
  }
  if (sections_.size() == kMostSections) throw Error(ErrorKind::internal, fmt::format("a model has {} sections at most", kMostSections));
  sections_.emplace_back(std::move(name), std::move(bytes));
}

std::string ModelWriter::bytes() const {
  size_t directory = 3 * sizeof(uint64_t);
  for (const auto& section : sections_) directory += 2 * sizeof(uint64_t) + sizeof(uint32_t) + section.first.size();
  const size_t card_offset = kHeaderSize + directory;

  std::string body;
  append_number<uint64_t>(body, sections_.size());
  append_number<uint64_t>(body, card_offset);
  append_number<uint64_t>(body, card_.size());
  size_t offset = aligned(card_offset + card_.size());
  for (const auto& [name, content] : sections_) {
    append_number<uint64_t>(body, offset);
    append_number<uint64_t>(body, content.size());
    append_number(body, static_cast<uint32_t>(name.size()));
    body += name;
    offset = aligned(offset + content.size());
  }
  body += card_;
  for (const auto& section : sections_) {
    body.resize(aligned(body.size()));  // the header is one alignment long, so this aligns in the file too
    body += section.second;
  }

  std::string file(kMagic);
  append_number<uint32_t>(file, Model::kFormat);
  append_number<uint32_t>(file, 0);
  append_number<uint64_t>(file, kHeaderSize + body.size());
  append_number<uint64_t>(file, hash64(body));
  file.resize(kHeaderSize);
  return file + body;
}

void ModelWriter::write(const std::filesystem::path& file) const { write_file(file, bytes()); }

std::filesystem::path model_file() {
  namespace fs = std::filesystem;
  if (const char* given = std::getenv("CHANCERY_MODEL"); given != nullptr && *given != '\0') return given;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    for (const char* place : {"models", "share/chancery/models"}) {
      if (fs::exists(folder / place / "english.model", error)) return folder / place / "english.model";
    }
    if (folder == folder.parent_path()) break;
  }
  return {};
}

}  // namespace chancery
