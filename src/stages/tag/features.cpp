#include "stages/tag/features.hpp"

#include "base/error.hpp"
#include "model/tensors.hpp"

namespace chancery::tag {

Morphology::Morphology(std::span<const std::byte> section) {
  const TensorReader reader(section);
  const TensorView &table = reader.at("table"), &columns = reader.at("columns");
  if (table.type != TensorType::u32 || columns.type != TensorType::bytes) {
    throw Error(ErrorKind::input, "the model's features are kept in another way than this program reads; train the model again");
  }
  table_ = HashedTable({table.u32, size_t{table.rows} * table.columns}, "features/table");
  std::string_view rest(columns.bytes, size_t{columns.rows} * columns.columns);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    columns_.push_back(rest.substr(0, end));
    agreements_.push_back(agreement_of(columns_.back()));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

uint16_t Morphology::find(const std::array<uint64_t, kFeatureLevels>& keys) const {
  for (const uint64_t key : keys) {
    const uint16_t found = table_.find(key);
    if (found < columns_.size()) return found;
  }
  return HashedTable::kNone;
}

void Morphology::features(std::span<const ParsedWord> sentence, std::vector<std::string_view>& out) const {
  const FeatureContext context(sentence);
  std::vector<uint64_t> agreement(sentence.size());
  out.assign(sentence.size(), {});
  // Verbs last: they agree with the others.
  for (const bool verbs : {false, true}) {
    for (size_t i = 0; i < sentence.size(); ++i) {
      if (context.agrees(i) != verbs) continue;
      const uint16_t found = find(context.keys(i, agreement));
      if (found == HashedTable::kNone) continue;
      out[i] = columns_[found];
      agreement[i] = agreements_[found];
    }
  }
}

}  // namespace chancery::tag
