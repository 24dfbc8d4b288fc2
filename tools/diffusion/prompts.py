"""Two hundred prompts that tokenizers are tried on: plain ones, and everything that has broken one somewhere."""

FIGURES = ["a fox standing", "two small owls sitting", "a brown bear with a red scarf", "an old woman walking", "a girl with black hair and a green coat"]
PLACES = ["in a forest", "on a beach", "in front of a castle", "beside a lake", "in a small room", "under the sea"]
LIGHTS = ["at night", "at sunset, rain", "in morning light, fog", "by candle light"]

ODD = [
    "", " ", "\n\t ", "a", "A", "!", "!!!", "...", ",", "-", "--", "'", "\"", "()", "[[[]]]", "{}", "#", "@home", "50%", "$100", "a+b=c", "1", "12", "1234567890", "3.14159", "2nd", "1,000,000",
    "Don't stop", "don’t stop", "it's the fox's den; they're sure we'll say I'd've", "IT'S LOUD", "'tis", "rock 'n' roll", "o'clock", "the dogs' bowl", "we'RE",
    "UPPER CASE PROMPT", "MiXeD cAsE", "ẞ straße STRASSE", "İstanbul ısı", "ΑΒΓ αβγ ς", "ПРИВЕТ мир",
    "café", "cafe\u0301", "naïve façade", "Ångström", "A\u030angstrom", "ﬁne ﬂow", "Ⅷ ½ ²", "ＦＵＬＬ ｗｉｄｔｈ", "№5", "™ ® ©",
    "日本の森", "森の中の狐、夜", "中文提示词:一只狐狸", "한국어 프롬프트", "ひらがな カタカナ", "สุนัขจิ้งจอก", "हिन्दी में लोमड़ी", "ثعلب في الغابة", "שועל ביער", "cáo trong rừng đêm", "Ελληνικά κείμενο", "Ñandú y pingüino", "Zażółć gęślą jaźń", "ქართული", "አማርኛ",
    "🦊", "🦊🌲", "a 🦊 in the 🌲", "👨‍👩‍👧‍👦 family", "👍🏽", "🇩🇪", "❤️ heart", "☀️", "e\u0301\u0302\u0303", "zalgo h̷e̷l̷l̷o̷", "a\u200bb", "a\u200db", "soft\u00adhyphen", "a\ufeffb", "no\u00a0break", "thin\u2009space", "ideographic\u3000space", "line\u2028break", "a\x00b", "bell\x07", "tab\tand\nline", "\r\n", "  two  spaces  ", "trailing ", " leading",
    "<|endoftext|>", "<|startoftext|>", "a <|endoftext|> b", "<|endoftext|", "<b>bold</b>", "&amp;", "&lt;fox&gt;", "https://example.org/a?b=c#d", "name@example.org", "C:\\path\\file.txt", "snake_case and kebab-case and camelCase", "a_b__c", "(fox:1.3), [night], ((castle))", "fox:1.2 | owl:0.8", "a/b/c", "AND BREAK", "<lora:x:0.8>",
    "supercalifragilisticexpialidocious", "antidisestablishmentarianism", "Donaudampfschifffahrtsgesellschaftskapitän", "xyzzyqwrtp", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "abababababababababab", "0000000000000000", "????????", "foxfoxfoxfox", "l33t sp34k", "e.g. i.e. etc.", "U.S.A.", "Mr. Fox & Mrs. Owl", "fox—owl–bear", "“quoted” ‘text’ „so“ «et»", "…", "•·°", "a—b", "¿qué? ¡sí!", "x²+y²", "∀x∈ℝ", "←↑→↓", "♪♫", "☃", "\U0001F9D9\u200d\u2642\ufe0f wizard", "𝔣𝔬𝔵", "\U00020000", "\uffff", "ｶﾀｶﾅ",
]

LONG = [
    "a fox " * 60,
    " ".join(f"word{number}" for number in range(60)),
    ", ".join(FIGURES + PLACES + LIGHTS) * 3,
    "🦊" * 40,
    "森" * 90,
    "x" * 500,
    "a " + "very " * 74 + "old fox",
    "a " + "very " * 73 + "old fox",
    "a " + "very " * 72 + "old fox",
    "the quick brown fox jumps over the lazy dog " * 230,
]


def prompts():
    plain = [f"{figure}, {place}, {light}, storybook illustration" for figure in FIGURES for place in PLACES for light in LIGHTS]
    return list(dict.fromkeys([*ODD, *LONG, *plain]))[:200]
