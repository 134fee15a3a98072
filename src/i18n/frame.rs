//! What stands around every screen: saved marks, notices, the smallest window.

messages! {
    saved { vi: "đã lưu ✓", en: "saved ✓" }
    saving { vi: "đang lưu …", en: "saving …" }
    not_saved(n: usize) { vi: "CHƯA LƯU {n} việc !", en: "{n} NOT SAVED !" }
    too_small(width: u16, height: u16) { vi: "Cửa sổ đang là {width}×{height}. Cần ít nhất 80×24: hãy mở rộng cửa sổ hoặc thu nhỏ chữ.", en: "The window is {width}×{height}. At least 80×24 is needed: enlarge it or use smaller letters." }
    input_method { vi: "Bộ gõ tiếng Việt đang bật: dùng phím mũi tên, phím F hoặc Esc.", en: "A Vietnamese input method is on: use arrows, F-keys or Esc." }
    no_such_key(key: &str) { vi: "Phím {key} không dùng ở đây. Esc: mọi lệnh.", en: "{key} means nothing here. Esc: all keys." }
    not_now(what: &str) { vi: "Lúc này chưa làm được: {what}.", en: "Not possible now: {what}." }
    not_now_because(what: &str, why: &str) { vi: "Chưa {what} được: {why}.", en: "Not now, {what}: {why}." }
    hidden { vi: "Màn hình đang được che", en: "The screen is hidden" }
    nobody { vi: "chưa ai ngồi", en: "nobody" }
    program { vi: "OCOP · Hội đồng đánh giá, phân hạng sản phẩm", en: "OCOP · evaluation council" }
}
