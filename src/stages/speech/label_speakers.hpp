// Whom the labels of a transcript mean: one person for one label throughout a document.
//
// A surname that two people share is settled by given name, office, honorific or the title, or left open; "THE PRESIDENT" is who
// bears that office in the title, in another label or in the text, those of the publisher's country first. Whoever is
// not named ("Q", "MODERATOR") or stays open becomes an entity called as the label has it. Adds entities to the document
// and points the mentions inside labels at their speaker; mentions of labels that have none are put in by finish().
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "stages/speech/labels.hpp"

namespace chancery {

class LabelSpeakers {
 public:
  LabelSpeakers(Document& document, const std::vector<SpeakerLabel>& labels);
  /// An index into the document's entities.
  Index speaker_of(const SpeakerLabel& label);
  /// Call once, after the last label: until then indices of mentions stay as they are.
  void finish();

 private:
  struct Bearer {
    Index office = kNone, entity = kNone;  ///< a mention of an office, and who bears it
    bool in_label = false;
  };

  Span span_of(const SpeakerLabel& label) const { return joined(document_.tokens[label.first].span, document_.tokens[label.last - 1].span); }
  std::string key_of(const SpeakerLabel& label) const;
  Index resolve(const SpeakerLabel& label) const;
  Index named(const SpeakerLabel& label) const;
  Index holder(const SpeakerLabel& label) const;
  Index office_in(const SpeakerLabel& label) const;
  Gender honorific(const SpeakerLabel& label) const;
  bool bears(Index entity, const std::string& head) const;
  Index called_as_written(const SpeakerLabel& label);
  void point(const SpeakerLabel& label, Index entity);

  Document& document_;
  std::unordered_map<std::string, std::vector<Index>> by_surname_;  ///< people
  std::unordered_set<Index> in_title_;  ///< people whom the title names: those who take part
  std::vector<Bearer> bearers_;
  std::unordered_map<std::string, std::vector<size_t>> by_office_;  ///< bearers by the office's head
  std::unordered_map<std::string, Index> known_;                    ///< speakers by label
  std::vector<Mention> new_mentions_;
};

}  // namespace chancery
