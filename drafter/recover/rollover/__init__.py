"""Last year's outline made this year's: each step looks at last year's text and says what moves and why.

``roll`` (module ``roll``) asks every step and makes what they say in one go.
"""
