// A treebank and names small enough to be learned by heart, written for these tests.
#pragma once

#include <string>

#include "train/conllu.hpp"

namespace chancery::train {

inline const char* const kToyTrees =
    "# newdoc id = toy\n"
    "1\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person-new-sgl)\n"
    "2\tmet\tmeet\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "3\tMr.\tMr.\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tEntity=(2-person-new-sgl\n"
    "4\tOduya\tOduya\tPROPN\tNNP\tNumber=Sing\t3\tflat\t_\tEntity=2)\n"
    "5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
    "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(3-organization-new-sgl\n"
    "2\tBank\tBank\tPROPN\tNNP\tNumber=Sing\t6\tnsubj\t_\t_\n"
    "3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_\n"
    "4\tLima\tLima\tPROPN\tNNP\tNumber=Sing\t2\tnmod\t_\tEntity=(4-place-new-sgl)3)\n"
    "5\twill\twill\tAUX\tMD\t_\t6\taux\t_\t_\n"
    "6\thelp\thelp\tVERB\tVB\t_\t0\troot\t_\t_\n"
    "7\tthe\tthe\tDET\tDT\t_\t8\tdet\t_\tEntity=(5-person-new-sgl\n"
    "8\tfarmers\tfarmer\tNOUN\tNNS\tNumber=Plur\t6\tobj\t_\tEntity=5)\n"
    "9\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_\n\n"
    "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
    "2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\tin\tin\tADP\tIN\t_\t4\tcase\t_\t_\n"
    "4\tLima\tLima\tPROPN\tNNP\tNumber=Sing\t2\tobl\t_\tEntity=(4-place-giv-sgl)\n"
    "5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

inline std::vector<TreeSentence> toy_trees() { return parse_conllu(kToyTrees, "toy"); }

}  // namespace chancery::train
