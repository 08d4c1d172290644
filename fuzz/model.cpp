// A model whose header is right and whose content is anything: it is refused with an Error, or every section, and every
// tensor in it, lies inside the file (the sanitizer looks on while all of it is read).
#include <cstdint>
#include <cstring>
#include <string>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "model/model.hpp"
#include "model/tensors.hpp"
#include "require.hpp"

namespace {

using chancery::fuzz::require;

template <class Number>
void append(std::string& bytes, Number number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof raw);
}

std::string with_header(std::string_view body) {
  std::string file("CHANCERY-MODEL\0\0", 16);
  append(file, chancery::Model::kFormat);
  append(file, uint32_t{0});
  append(file, uint64_t{64 + body.size()});
  append(file, chancery::hash64(body));
  file.resize(64);
  return file.append(body);
}

void read_tensors(std::span<const std::byte> section) {
  const chancery::TensorReader reader(section);
  for (const char* name : {"weights", "embedding", "labels", "table"}) {
    if (!reader.has(name)) continue;
    const auto& view = reader.at(name);
    const size_t cells = size_t{view.rows} * view.columns;
    if (view.type == chancery::TensorType::bytes) {
      require(std::string(view.bytes, cells).size() == cells);
    } else if (view.type == chancery::TensorType::u32) {
      require(std::vector<uint32_t>(view.u32, view.u32 + cells).size() == cells);
    } else {
      require(view.values().size() == cells);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  try {
    const auto model = chancery::Model::from_bytes(with_header({reinterpret_cast<const char*>(data), size}));
    require(model->fingerprint().size() == 16 && model->card().size() <= size);
    for (const auto& name : model->sections()) {
      try {
        read_tensors(model->section(name));
      } catch (const chancery::Error& error) {
        require(error.kind() == chancery::ErrorKind::input);
      }
    }
  } catch (const chancery::Error& error) {
    require(error.kind() == chancery::ErrorKind::input);
  }
  return 0;
}
