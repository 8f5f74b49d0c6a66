import CSV

/// The figures of a bulletin as open data: a line for each organ, and one for all.
struct FiguresFile {
    let figures: BulletinFigures

    static let columns = [
        ("收到办件", "filed"), ("办结", "closed"), ("有承诺时限的办结件", "promised_ended"), ("在承诺时限内办结", "promised_kept"),
        ("超过承诺时限", "promised_late"), ("超过法定时限", "legal_late"), ("黄牌", "yellow_cards"), ("红牌", "red_cards"),
        ("到期的督办", "orders_due"), ("没有按期办结的督办", "orders_late"), ("收到的评价", "rated"), ("基本满意及以上", "satisfied"),
    ]

    var text: String {
        var text = CSVLine.mark
        text += CSVLine.text(["部门代号", "部门", "得分"] + Self.columns.map(\.0) + ["按时办结率", "备注"])
        for organ in figures.organs {
            text += line(
                [organ.key, organ.name, organ.points.map { Comparing.points($0) } ?? ""], organ.amounts,
                organ.remark)
        }
        return text + line(["", "全区", ""], figures.totals, pending)
    }

    /// Why the cards of all are more than those of the organs.
    private var pending: String {
        let pending = figures[OrganSignals.pendingFigure]
        return pending == 0 ? "" : "各部门只列已经成立的黄牌、红牌；全区的数里另有 \(pending) 张还在申诉期内或者申诉中"
    }

    private func line(_ head: [String], _ amounts: [String: Int], _ remark: String) -> String {
        let numbers = Self.columns.map { String(amounts[$0.1] ?? 0) }
        let rate = Comparing.permille(amounts, "promised_kept", "promised_ended").map(Comparing.percent) ?? ""
        return CSVLine.text(head + numbers + [rate, remark])
    }
}
