import Web

/// What is asked for where requests for information are answered, taken in and reported.
extension Power {
    static let draftAnswers = Power("disclosure.draft", "拟写信息公开答复", .matters)
    static let handleRequests = Power("disclosure.handle", "办理信息公开申请", .matters)
    static let abandonRequests = Power("disclosure.abandon", "决定不再处理信息公开申请", .matters)
    static let takeInRequests = Power("disclosure.take_in", "登记信息公开申请", .matters)
    static let reportForOrgan = Power("disclosure.report_organ", "填写本机关的信息公开年度报告", .matters)
    static let reportForDistrict = Power("disclosure.report_district", "填写区政府的信息公开年度报告", .matters)
    static let setDisclosureRules = Power("disclosure.set_rules", "修改信息公开规则", .system)
}
