import Web

/// Who takes part and who is in reserve.
struct DrawTable {
    let hearing: Hearing
    let registrations: [Registration]

    var html: HTML {
        let names = Dictionary(hearing.facts.seats.map { ($0.code, $0.name) }) { first, _ in first }
        let drawn = registrations.filter { $0.place != nil }.sorted {
            ($0.role, $0.place ?? 0) < ($1.role, $1.place ?? 0)
        }
        // Before there is a record, nobody has signed it.
        let isSigned = drawn.contains { $0.signature != nil }
        return Table(
            "参加人名单",
            columns: [.init("姓名"), .init("类别"), .init("报名号", isNumber: true), .init("结果")]
                + (isSigned ? [.init("笔录")] : []),
            rows: drawn.prefix(200).map { one in
                [
                    "\(one.name)", "\(names[one.role] ?? one.role)", "\(one.number)",
                    "\(result(one))",
                ] + (isSigned ? ["\(signature(one))"] : [])
            }
        ).html
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
