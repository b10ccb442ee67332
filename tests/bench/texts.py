"""Made-up texts in two languages: few words are frequent, most are rare."""

from itertools import accumulate
from random import Random
from typing import Final

_ENGLISH: Final = """
    the of and to on in for with joint road trade energy port visa water school health
    meeting committee working group review report visit minister exchange pilot study
    project support training grant loan copper rail corridor border customs tariff
    market cold storage wheat meat mineral rare earth battery grid solar wind gas
    pipeline satellite data centre digital signature passport student nurse hospital
    vaccine forest dust storm river dam bridge tunnel airport flight seat agreement
    protocol annex schedule round expert delegation embassy consul protection worker
    quota insurance pension tax investment bank fund credit line guarantee audit
""".split()  # noqa: SIM905 - as many lines are as many words
_KOREAN: Final = """
    외교부 공동위원회 협력 몽골 한국 도로 철도 항만 항공 교역 투자 에너지 광물
    희토류 보건 병원 백신 교육 학생 장학금 비자 영사 근로자 연금 보험 조세 은행
    기금 차관 양해각서 협정 의정서 서명 발효 회의 장관 차관급 실무 방문 초청 교류
    문화 관광 산림 황사 하천 교량 터널 공항 노선 증편 위성 디지털 정부 인증 시범
    사업 검토 보고 이행 점검 후속 조치
""".split()  # noqa: SIM905 - as many lines are as many words
_SYLLABLES: Final = ("ba", "do", "ka", "lu", "mi", "no", "pe", "ra", "su", "ti", "vo")
_BLOCKS: Final = "가나다라마바사아자차카타"
_PARTICLES: Final = ("", "", "을", "의", "에서", "와")


class Texts:
    """Draws words with Zipf's frequencies; the same seed gives the same texts."""

    def __init__(self, seed: int) -> None:
        """Make the vocabulary: real words first, then made-up ones."""
        self.random = Random(seed)  # noqa: S311 - texts, not secrets
        made = [
            f"{one}{two}{three}"
            for one in _SYLLABLES
            for two in _SYLLABLES
            for three in _SYLLABLES
        ]
        self._english = [*_ENGLISH, *made]
        blocks = [f"{one}{two}{one}" for one in _BLOCKS for two in _BLOCKS]
        self._korean = [
            word + particle for word in [*_KOREAN, *blocks] for particle in _PARTICLES
        ]
        self._weights = {
            "en": _zipf(len(self._english)),
            "ko": _zipf(len(self._korean)),
        }

    def english(self, count: int) -> str:
        """Return so many words."""
        return self._draw(self._english, "en", count)

    def korean(self, count: int) -> str:
        """Return so many words, some with a particle."""
        return self._draw(self._korean, "ko", count)

    def _draw(self, words: list[str], language: str, count: int) -> str:
        weights = self._weights[language]
        return " ".join(self.random.choices(words, cum_weights=weights, k=count))


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 2) for rank in range(count)))
