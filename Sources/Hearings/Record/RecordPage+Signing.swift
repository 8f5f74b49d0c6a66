import Web

/// What whoever took part reads above the record, until it is published.
extension RecordPage {
    var signing: HTML {
        guard hearing.state == .recorded, case .person(let own?) = standing, own.signs else { return .empty }
        switch own.signature {
        case .signed: return Notice("您的签字已经记下", tone: .done).html
        case .absent, .refused: return noted(own)
        case nil:
            return Notice(
                "请您签字", "<p>有出入的请先告诉主办部门，由记录员在笔录后面注明，注明以后再签字。</p>\(button)", tone: .warning
            ).html
        }
    }

    /// The organ's word about somebody is not theirs: they read it, and may still sign.
    private func noted(_ own: Registration) -> HTML {
        Notice(
            "笔录注明您\(own.signature?.chinese ?? "")",
            """
            <p>主办部门写明的原因：\(own.signatureReason ?? "")。</p>
            <p>与实际不符的，笔录公布以前您仍可以看过笔录签字；有出入的请告诉主办部门，由记录员在笔录后面注明。</p>\(button)
            """, tone: .warning
        ).html
    }

    private var button: HTML {
        PostButton(
            "我看过，没有出入，签字", action: HearingPath.part(id, "signature"), token: token, tone: .primary,
            values: [("digest", hearing.recordDigest ?? "")]
        ).html
    }
}
