"""Brings text to one form: full width to half, traditional to simplified, lower case, plain quotes."""

import re
import unicodedata
from functools import lru_cache

_TRADITIONAL = (
    "這個們來說時會對過還沒後種麼點見問題買賣車錢塊張請幫給覺響機電腦鍵盤顯標線無鼠墊筆記術價貴還選擇單據號碼訂購籃"
    "刪減變換換結賬帳付銷誤錯運費郵寄貨類發裡裏邊間關開門頭條雙寶貝簡體繁認識訊號護務業產場員區別樣幾聽寫讀學習"
    "紅藍綠黃銀黑紫灰橙粉棕紙壞維養優惠證據隱數據庫現實際處於遠進達週歲應該總額較強當與為從動態東萬億兩隻台灣國語"
    "嗎呢啦噢喲誰啟閉備註冊戶賬設計觸螢幕屏滑動靜噪無線藍牙遊戲辦椅燈壓擴隨複製導據購輕薄勁樂陽臺適讓確評論舊"
)
_SIMPLIFIED = (
    "这个们来说时会对过还没后种么点见问题买卖车钱块张请帮给觉响机电脑键盘显标线无鼠垫笔记术价贵还选择单据号码订购篮"
    "删减变换换结账账付销误错运费邮寄货类发里里边间关开门头条双宝贝简体繁认识讯号护务业产场员区别样几听写读学习"
    "红蓝绿黄银黑紫灰橙粉棕纸坏维养优惠证据隐数据库现实际处于远进达周岁应该总额较强当与为从动态东万亿两只台湾国语"
    "吗呢啦噢哟谁启闭备注册户账设计触萤幕屏滑动静噪无线蓝牙游戏办椅灯压扩随复制导据购轻薄劲乐阳台适让确评论旧"
)
_QUOTES = {
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "`": "'",
    "´": "'",
    "″": '"',
    "′": "'",
    "。": "。",
    "、": "、",
}
_FOLD = str.maketrans({**dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)), **_QUOTES})
_SPACES = re.compile(r"[ \t\u00a0\u3000]+")
_CJK = re.compile(r"[\u3400-\u9fff]")
_STRETCHED = re.compile(r"([a-z])\1{2,}")


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """The text as the rules read it; lengths may differ from the original's."""
    folded = unicodedata.normalize("NFKC", text.translate(_FOLD)).translate(_FOLD).lower()
    return _SPACES.sub(" ", _STRETCHED.sub(r"\1\1", folded)).strip()


def has_cjk(text: str) -> bool:
    return _CJK.search(text) is not None
