"""How a post's text is prepared, at training and at run time alike.

The same steps, in this order, stand in hearsay's classifier (``src/classify``: ``normalise.ts``
and ``emoji.ts``); a model sees the wrong texts if either side changes alone, and one fixture,
``tests/fixtures/prepared-texts.json``, is held to both:

1. what no model sees, control characters and halves of surrogate pairs, is dropped;
2. links, ``https?://`` or ``www.`` up to the next white space, become ``http``;
3. user names, ``@`` and one or more of ``A-Z a-z 0-9 _`` not preceded by one of
   those, by ``@`` or by ``.`` (an e-mail address stays), become ``@user``;
4. runs of white space become one space, and the ends are trimmed;
5. in posts, not in targets, emoji that tell a feeling become words.

Nothing else is changed: case, hashtags, other emoji and punctuation stay.
"""

import re

# JavaScript's white space, which is not Python's.
BLANK = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f\ufffd\ud800-\udfff]")
LINK = re.compile(f"(?:https?://|www\\.)[^{BLANK}]+", re.IGNORECASE | re.ASCII)
USER = re.compile(r"(?<![A-Za-z0-9_@.])@[A-Za-z0-9_]+")
SPACE = re.compile(f"[{BLANK}]+")

# Emoji that tell a feeling, by the words that stand for them: vocabularies have none of them.
WORDS = {
    "angry": "😡😠🤬😤👿",
    "ugh": "🙄😒😑😩😫",
    "sad": "😢😞😔☹🙁😥😿😟😣😖",
    "crying": "😭",
    "heartbroken": "💔",
    "bad": "👎",
    "disgusting": "🤮🤢",
    "shit": "💩",
    "fuck you": "🖕",
    "clown": "🤡",
    "smh": "🤦",
    "haha": "😂🤣😆😹😅",
    "love": "❤♥💕💖💗💙💚💛💜🧡🖤🤍🤎💓💘💝💞😍🥰😘😻",
    "so happy": "😊😀😃😄😁🙂☺😇🤗😸😌",
    "cool": "😎",
    "yay": "🎉🎊🥳🙌💃🕺",
    "great": "👍👏💯💪🔥🤩",
    "thank you": "🙏",
    "omg": "😱😮😲",
    "hmm": "🤔🤨",
}
WORD_OF = {emoji: word for word, group in WORDS.items() for emoji in group}
# One emoji, or the same again and again, with what colours it and says of which sex it is.
EMOJI = re.compile(f"([{''.join(WORD_OF)}])"
                   f"(?:[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f]|\u200d[♂♀]|[{BLANK}]*\\1)*")


def normalised(text: str) -> str:
    """Return ``text`` as the models see it, emoji apart."""
    text = UNSEEN.sub("", text)
    text = LINK.sub("http", text)
    text = USER.sub("@user", text)
    return SPACE.sub(" ", text).strip(" ")


def worded(text: str) -> str:
    """Return a normalised post with words for the emoji that tell a feeling."""
    text = EMOJI.sub(lambda found: f" {WORD_OF[found[1]]} ", text)
    return re.sub(" {2,}", " ", text).strip(" ")
