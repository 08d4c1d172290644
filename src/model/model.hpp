// The trained model: one file, self-contained, versioned, memory-mapped read-only and shared by threads.
//
// Layout: a fixed header (magic "CHANCERY-MODEL", format version, file size, XXH3 of everything after the header), a
// JSON card (settings, sources and licences of the training data, scores, self-test samples), and named sections,
// each aligned to 64 bytes, little-endian. What a section holds is the affair of the stage that reads it.
// Opening checks magic, version, size and checksum, and throws Error(input) that names the file, what is wrong with
// it (not a model, truncated, damaged, made by a newer version) and what to do. Spans stay valid as long as the Model.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

class Model {
 public:
  static constexpr uint32_t kFormat = 1;

  static std::shared_ptr<const Model> open(const std::filesystem::path& file);
  /// From bytes in memory, as a trainer or a test has them.
  static std::shared_ptr<const Model> from_bytes(std::string bytes);
  virtual ~Model() = default;

  /// The card as JSON text.
  virtual std::string_view card() const = 0;
  /// XXH3 of the file's content, as 16 hexadecimal digits: what a run is said to be made with.
  virtual const std::string& fingerprint() const = 0;
  virtual bool has(std::string_view section) const = 0;
  /// Throws Error(input) where the model has no such section.
  virtual std::span<const std::byte> section(std::string_view name) const = 0;
  /// In the file's order.
  virtual std::vector<std::string> sections() const = 0;
};

/// Collects sections and writes the file; sections keep their order, names must differ.
class ModelWriter {
 public:
  void card(std::string json) { card_ = std::move(json); }
  void add(std::string name, std::string bytes);
  std::string bytes() const;
  void write(const std::filesystem::path& file) const;

 private:
  std::string card_ = "{}";
  std::vector<std::pair<std::string, std::string>> sections_;
};

/// The model to use: $CHANCERY_MODEL, else models/english.model beside the program or above it (as data_folder()
/// looks for data). Empty where there is none.
std::filesystem::path model_file();

}  // namespace chancery
