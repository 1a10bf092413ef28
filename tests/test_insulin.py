"""The insulin gene against the protein that was sequenced on its own."""

import pytest

from helpers.data import insulin

#: Human insulin after the cell has cut it to size (UniProt P01308).
B_CHAIN = "FVNQHLCGSHLVEALYLVCGERGFFYTPKT"
A_CHAIN = "GIVEQCCTSICSLYQLENYCN"


def test_the_gene_translates_into_preproinsulin():
    gene = insulin.load()
    assert len(gene.dna) == 333
    assert insulin.translate(gene.dna) == gene.protein + "*"
    assert gene.protein[24:54] == B_CHAIN
    assert gene.protein[89:] == A_CHAIN


@pytest.mark.parametrize(
    ("codon", "acid"),
    [("ATG", "M"), ("TGG", "W"), ("TAA", "*"), ("TAG", "*"), ("TGA", "*"),
     ("AAA", "K"), ("GGG", "G"), ("CGT", "R"), ("AGC", "S"), ("TTC", "F")],
)  # fmt: skip
def test_genetic_code(codon, acid):
    assert insulin.translate(codon) == acid


def test_the_code_has_64_codons_for_20_amino_acids():
    assert len(insulin.GENETIC_CODE) == 64
    assert len(set(insulin.GENETIC_CODE.values()) - {"*"}) == 20


def test_a_rest_is_dropped():
    assert insulin.translate("ATGAA") == "M"


def test_translate_rejects_other_letters():
    with pytest.raises(
        ValueError, match=r"letters A, C, G, T, but got \['U'\]"
    ):
        insulin.translate("AUG")
