"""The outline of a paper: which printed numbers number something, and what each line stands under.

Every line may be read in several ways (no number, or a number of one series or another), and every number may go on
with a list above it, begin a list, or take up one that was left. A sum of learned weights says how plausible each is
where it stands, and the best way through the whole paper is searched for, so that a misprint, a gap or a stray count
costs something and does not derail what follows.
"""
