#include "network/export.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "model/tensors.hpp"

namespace chancery::train {
namespace {

const Parameter& parameter(const Parameters& parameters, const std::string& name) {
  for (size_t i = 0; i < parameters.size(); ++i) {
    if (parameters[i].name == name) return parameters[i];
  }
  throw Error(ErrorKind::internal, "the network has no parameter " + name);
}

std::span<const float> values(const Parameter& p) { return {p.value.data(), static_cast<size_t>(p.value.size())}; }

class Section {
 public:
  explicit Section(const Parameters& parameters) : parameters_(parameters) {}

  Section& floats(const std::string& name, const std::string& as = {}) {
    const Parameter& p = parameter(parameters_, name);
    writer_.add_f32(as.empty() ? name : as, static_cast<uint32_t>(p.value.rows()), static_cast<uint32_t>(p.value.cols()), values(p));
    return *this;
  }
  Section& bytes_rows(const std::string& name) {
    const Parameter& p = parameter(parameters_, name);
    writer_.add_i8(name, static_cast<uint32_t>(p.value.rows()), static_cast<uint32_t>(p.value.cols()), values(p));
    return *this;
  }
  /// Every parameter of layers called `stem` and a digit.
  Section& layers(const std::string& stem) {
    for (size_t i = 0; i < parameters_.size(); ++i) {
      const std::string& name = parameters_[i].name;
      if (name.starts_with(stem) && name.size() > stem.size() && std::isdigit(static_cast<unsigned char>(name[stem.size()]))) floats(name);
    }
    return *this;
  }
  Section& linear(const std::string& name, bool bias = true) {
    floats(name + ".weights");
    return bias ? floats(name + ".bias") : *this;
  }
  Section& labels(const std::string& name, const Labels& labels) {
    std::string lines;
    for (const std::string& label : labels.all()) lines += label + "\n";
    writer_.add_bytes(name, lines);
    return *this;
  }
  TensorWriter& writer() { return writer_; }
  std::string bytes() const { return writer_.bytes(); }

 private:
  const Parameters& parameters_;
  TensorWriter writer_;
};

}  // namespace

void export_network(const Parameters& parameters, const LabelSets& labels, std::span<const uint32_t> table, ModelWriter& model) {
  Section encode(parameters);
  encode.bytes_rows("words").bytes_rows("pieces").floats("flags").layers("shared");
  encode.writer().add_u32("vocabulary", static_cast<uint32_t>(table.size() / 2), 2, table);
  model.add("encode", encode.bytes());
  Section tag(parameters);
  tag.linear("upos").linear("xpos").labels("upos.labels", labels.upos).labels("xpos.labels", labels.xpos);
  model.add("tag", tag.bytes());
  Section parse(parameters);
  parse.layers("parse").linear("arc_dependent").linear("arc_head").floats("biaffine", "biaffine.weights").floats("head_bias").floats("root_arc");
  parse.linear("relation_dependent").linear("relation_head", false).floats("root_relation").linear("relation").labels("relation.labels", labels.relations);
  model.add("parse", parse.bytes());
  if (labels.names.size() == 0) return;
  Section names(parameters);
  names.layers("names").linear("names").floats("transitions").labels("names.labels", labels.names);
  model.add("names", names.bytes());
}

}  // namespace chancery::train
