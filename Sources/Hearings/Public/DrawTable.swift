import Web

/// Who takes part, all of them, and who is in reserve or cannot come, the first of them.
struct DrawTable {
    let hearing: Hearing
    let registrations: [Registration]

    /// As many as are shown beside those who take part; of these there are as many as there are places.
    private static let mostBeside = 200

    var html: HTML {
        let names = Dictionary(hearing.facts.seats.map { ($0.code, $0.name) }) { first, _ in first }
        let drawn = listed
        // Before there is a record, nobody has signed it.
        let isSigned = drawn.contains { $0.signature != nil }
        return Table(
            "参加人名单",
            columns: [.init("姓名"), .init("类别"), .init("报名号", isNumber: true), .init("结果")]
                + (isSigned ? [.init("笔录")] : []),
            rows: drawn.map { one in
                [
                    "\(one.name)", "\(names[one.role] ?? one.role)", "\(one.number)",
                    "\(result(one))",
                ] + (isSigned ? ["\(signature(one))"] : [])
            }
        ).html
    }

    /// By role and place. Many consumers in reserve do not hide those who take part in other roles.
    private var listed: [Registration] {
        let drawn = registrations.filter { $0.place != nil }.sorted {
            ($0.role, $0.place ?? 0) < ($1.role, $1.place ?? 0)
        }
        let beside = Set(drawn.filter { $0.state != .chosen }.prefix(Self.mostBeside).map(\.number))
        return drawn.filter { $0.state == .chosen || beside.contains($0.number) }
    }

    private func result(_ one: Registration) -> String {
        switch one.state {
        case .withdrawn: "不能到场" + (one.goneReason.map { "（\($0)）" } ?? "")
        case .chosen where hearing.isBeyondSeats(one): "参加（递补）"
        case .chosen: "参加"
        case .reserve, .registered: "递补"
        }
    }

    private func signature(_ one: Registration) -> String {
        guard let signature = one.signature else { return "" }
        return signature.chinese + (one.signatureReason.map { "（\($0)）" } ?? "")
    }
}

extension Hearing {
    /// Whether somebody was in reserve at first.
    func isBeyondSeats(_ one: Registration) -> Bool {
        (one.place ?? 0) > (facts.seats.first { $0.code == one.role }?.seats ?? 0)
    }
}
