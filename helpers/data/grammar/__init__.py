"""The grammar behind the phrases, from words to whole sentences.

Read in this order: `words` (what there is), `forms` (its morphology), `frames`
(who does what), `nouns` and `clauses` (trees that can be said in both
languages), `speaker`, `narrator`, `statements` and `author` (what is said, at
random).
"""
