//! Wrong usage, as one sentence each.

messages! {
    missing(what: &str) { vi: "thiếu {what}", en: "{what} is missing" }
    unknown_argument(what: &str) { vi: "không có tùy chọn “{what}”", en: "there is no option “{what}”" }
    unknown_command(what: &str) { vi: "không có lệnh “{what}”", en: "there is no command “{what}”" }
    bad_value(field: &str, found: &str, expected: &str) { vi: "{field} ghi “{found}”, cần {expected}", en: "{field} says “{found}” where {expected} is needed" }
    bad(field: &str, found: &str) { vi: "{field} không nhận giá trị “{found}”", en: "{field} does not take “{found}”" }
    conflict(what: &str) { vi: "không dùng {what} cùng với tùy chọn khác đã ghi", en: "{what} cannot go with the other options given" }
    too_many(what: &str) { vi: "“{what}” thừa hoặc ghi hai lần", en: "“{what}” is too many or given twice" }
    other { vi: "dòng lệnh chưa đúng", en: "the command line is not right" }
    choose { vi: "chưa nói làm gì", en: "what to do is not said" }
    did_you_mean(what: &str) { vi: "có phải “{what}”?", en: "did you mean “{what}”?" }
    see_help(command: &str) { vi: "xem: {command} --help", en: "see: {command} --help" }

    a_whole_number { vi: "một số nguyên", en: "a whole number" }
    a_criterion { vi: "KIỂU[:TIÊU CHÍ]", en: "KIND[:CRITERION]" }
}
