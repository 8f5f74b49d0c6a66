import Codes
import Foundation
import Refusals
import WorkingTime

extension FormField {
    /// The written answer, trimmed, free of characters nobody sees, and in its normal spelling.
    func readText(_ value: FormValue) throws(FieldError) -> String {
        guard let raw = value.text else { throw refusal("\(label)应为一段文字。") }
        let text = raw.replacing("\r\n", with: "\n").trimmed
        guard !text.unicodeScalars.contains(where: { $0.isHidden(allowingLines: kind == .longText) }) else {
            throw refusal("\(label)含有无法显示的字符，请删除后重新填写。")
        }
        let most = maxLength ?? kind.defaultMaxLength
        let length = text.unicodeScalars.count
        guard length <= most else { throw refusal("\(label)最多 \(most) 个字，现在有 \(length) 个字。") }
        return try normalised(text)
    }

    private func normalised(_ text: String) throws(FieldError) -> String {
        switch kind {
        case .phone: try readPhone(text)
        case .email: try readEmail(text)
        case .date: try readDate(text)
        case .identityNumber: try readIdentityNumber(text)
        case .creditCode: try readCreditCode(text)
        case .bankAccount: try readBankAccount(text)
        default: text
        }
    }

    private func readPhone(_ text: String) throws(FieldError) -> String {
        if let mobile = try? MobileNumber(text) { return mobile.text }
        let fixedLine = text.halfWidth
        guard fixedLine.wholeMatch(of: /0[1-9][0-9]{1,2}[- ]?[0-9]{7,8}/) != nil else {
            throw refusal("手机号码应为 11 位数字，例如 13800005678。固定电话请带区号，例如 0758-2700000。")
        }
        return fixedLine
    }

    private func readEmail(_ text: String) throws(FieldError) -> String {
        let address = text.halfWidth
        guard address.wholeMatch(of: /[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+/) != nil else {
            throw refusal("电子邮箱的写法不对，例如 chenjing@example.com。")
        }
        return address
    }

    /// A real day, written `2026-11-21`, `2026/11/21` or `2026年11月21日`.
    private func readDate(_ text: String) throws(FieldError) -> String {
        let parts = text.halfWidth.split(whereSeparator: { "-/.年月日".contains($0) }).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1900...2200).contains(year), let date = try? CivilDate(year: year, month: month, day: day)
        else {
            throw refusal("\(label)应为真实的日期，例如 2026-11-21。")
        }
        return date.iso
    }

    private func readIdentityNumber(_ text: String) throws(FieldError) -> String {
        do { return try IdentityNumber(text).text } catch { throw refusal(error.sentence) }
    }

    private func readCreditCode(_ text: String) throws(FieldError) -> String {
        do { return try CreditCode(text).text } catch { throw refusal(error.sentence) }
    }

    private func readBankAccount(_ text: String) throws(FieldError) -> String {
        do { return try BankAccount(text).text } catch { throw refusal(error.sentence) }
    }
}

extension Unicode.Scalar {
    /// Control characters, and those that turn the direction of writing and can disguise what is read.
    func isHidden(allowingLines: Bool) -> Bool {
        switch self {
        case "\n", "\t": !allowingLines
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}": true
        default: properties.generalCategory == .control
        }
    }
}

extension String {
    /// The text without the blanks around it.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Digits and signs as ASCII: Chinese input methods easily leave them full-width.
    var halfWidth: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
                    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                }))
    }
}
