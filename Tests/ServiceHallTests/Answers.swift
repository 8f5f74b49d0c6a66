import Services

/// What a careful applicant enters.
enum Answers {
    static func inputs(_ field: FormField) -> [(String, String)] {
        field.visibleWhen != nil || field.kind == .table ? [] : [(field.inputName, input(field))]
    }

    private static func input(_ field: FormField) -> String {
        switch field.kind {
        case .integer, .number, .money: "3"
        case .date: "2026-12-20"
        case .boolean: "true"
        case .phone: "15407580002"
        case .email: "chenjing@example.com"
        case .identityNumber: "441299198511152041"
        case .creditCode: "91441202MA4W12346L"
        case .bankAccount: "6222000000000000012"
        case .mapPoint: "112.4721,23.0515"
        case .region: "441202"
        case .choice, .choices, .division: field.options.first?.value ?? ""
        default: "演示"
        }
    }
}
