"""The scorer of coreference on cases worked out by hand."""
import importlib.machinery
import importlib.util
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
loader = importlib.machinery.SourceFileLoader("eval_coref", str(ROOT / "eval/coref"))
coref = importlib.util.module_from_spec(importlib.util.spec_from_loader("eval_coref", loader))
loader.exec_module(coref)


def f1(metric, key, response):
    score = coref.Score()
    score.add([set(c) for c in key], [set(c) for c in response])
    return score.figures()[metric]


def line(number, form, upos, head, relation, misc="_"):
    return "\t".join([str(number), form, "_", upos, "_", "_", str(head), relation, "_", misc])


# "Don't Ana Ruiz and her son wait?", with a written word that is two.
TEXT = "\n".join([
    "# newdoc id = one",
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_",
    line(1, "Do", "AUX", 7, "aux"), line(2, "n't", "PART", 7, "advmod"),
    line(3, "Ana", "PROPN", 7, "nsubj", "Entity=(1-person-new"), line(4, "Ruiz", "PROPN", 3, "flat", "Entity=1)"),
    line(5, "her", "PRON", 6, "nmod:poss", "Entity=(2-person-new(1-person-giv)"),
    line(6, "son", "NOUN", 3, "conj", "Entity=2)|SpaceAfter=No"), line(7, "wait", "VERB", 0, "root"), ""])


class Metrics(unittest.TestCase):
    # The worked example of Luo (2005), also in Pradhan et al. (2014): {abc}, {defg} against {ab}, {cd}, {fghi}.
    KEY, RESPONSE = ["abc", "defg"], ["ab", "cd", "fghi"]

    def test_muc_counts_links(self):
        figures = f1("MUC", self.KEY, self.RESPONSE)
        self.assertAlmostEqual(figures["r"], 100 * 2 / 5)
        self.assertAlmostEqual(figures["p"], 100 * 2 / 5)

    def test_b_cubed_counts_mentions(self):
        figures = f1("B-cubed", self.KEY, self.RESPONSE)
        self.assertAlmostEqual(figures["r"], 100 * (4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
        self.assertAlmostEqual(figures["p"], 100 * (2 + 1 / 2 + 1 / 2 + 1) / 8)

    def test_ceaf_aligns_chains(self):
        figures = f1("CEAF-phi4", self.KEY, self.RESPONSE)
        self.assertAlmostEqual(figures["r"], 100 * (4 / 5 + 4 / 8) / 2)
        self.assertAlmostEqual(figures["p"], 100 * (4 / 5 + 4 / 8) / 3)

    def test_alignment_is_the_best_one_not_the_first(self):
        self.assertAlmostEqual(coref.best_alignment({0: {0: 0.9, 1: 0.8}, 1: {0: 0.85}}), 1.65)
        self.assertAlmostEqual(coref.best_alignment({0: {0: 0.5}, 1: {0: 0.6}, 2: {0: 0.4}}), 0.6)

    def test_same_chains_are_all_right_and_none_is_nothing(self):
        for metric in coref.METRICS:
            self.assertAlmostEqual(f1(metric, self.KEY, self.KEY)["f1"], 100)
            self.assertEqual(f1(metric, self.KEY, [])["f1"], 0)


class Reading(unittest.TestCase):
    def setUp(self):
        self.words, self.entities = coref.read_words(TEXT)
        self.gold = coref.gold_mentions(self.words, self.entities)

    def test_mentions_have_chain_kind_and_head(self):
        self.assertEqual([(m.first, m.last, m.chain, m.kind, m.head) for m in self.gold],
                         [(2, 4, "1", "person", 2), (4, 6, "2", "person", 5), (4, 5, "1", "person", 4)])

    def test_a_written_word_that_is_two_keeps_its_place(self):
        self.assertEqual([(w.begin, w.end) for w in self.words[:4]], [(0, 2), (2, 5), (5, 8), (8, 12)])

    def test_annotation_is_not_given_to_the_program(self):
        given = coref.blank(TEXT)
        self.assertNotIn("Entity", given)
        self.assertNotIn("PROPN", given)
        self.assertIn("1-2\tDon't", given)

    def analysis(self, entity):
        text = "Don't Ana Ruiz and her son wait".replace(" and", "")
        at = lambda form: {"begin": text.index(form), "end": text.index(form) + len(form), "type": "person"}
        return {"text": text, "mentions": [{**at("Ruiz"), "entity": "e", "form": "name"}, {**at("her"), "entity": entity, "form": "pronoun"}]}

    def pronouns(self, entity):
        gold, given = coref.match(self.gold, coref.system_mentions(self.analysis(entity), self.words))
        return coref.singular_pronouns(self.words, gold, given)

    def test_a_surname_has_the_head_of_the_whole_name(self):
        gold, given = coref.match(self.gold, coref.system_mentions(self.analysis("e"), self.words))
        self.assertEqual(coref.chains_of((k, m.chain) for k, m in given.items()), [{0, 2}])

    def test_pronouns_are_right_wrong_or_open(self):
        self.assertEqual(self.pronouns("e"), {("named", "right"): 1})
        self.assertEqual(self.pronouns("f"), {("named", "wrong"): 1})
        self.assertEqual(self.pronouns(None), {("named", "open"): 1})


if __name__ == "__main__":
    unittest.main()
