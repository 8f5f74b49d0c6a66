import Journal
import Refusals
import WorkingTime

/// A count that was another before the figures were refreshed.
struct FigureChange: Codable, Sendable, Hashable {
    let name: String
    let before: Int
    let after: Int

    /// What the whole district counts otherwise now.
    static func all(from old: BulletinFigures, to new: BulletinFigures) -> [FigureChange] {
        let totals = FiguresFile.columns.map { name, key in
            FigureChange(name: name, before: old[key], after: new[key])
        }
        let others = [
            FigureChange(
                name: "监察信号", before: old.signals.reduce(0) { $0 + $1.count },
                after: new.signals.reduce(0) { $0 + $1.count }),
            FigureChange(
                name: "可以申诉或者申诉中的牌", before: old[OrganSignals.pendingFigure],
                after: new[OrganSignals.pendingFigure]),
            FigureChange(name: "有得分的部门", before: old.ranked.count, after: new.ranked.count),
            FigureChange(name: "在办", before: old.standing?.open ?? 0, after: new.standing?.open ?? 0),
            FigureChange(
                name: "在办中超过期限", before: old.standing?.overdue ?? 0, after: new.standing?.overdue ?? 0),
        ]
        return (totals + others).filter { $0.before != $0.after }
    }
}

extension Bulletin {
    /// 更新数据: the draft has the figures of today. What the templates made they make anew; what somebody wrote stays, and
    /// is marked where its figures are others now.
    mutating func refresh(
        _ figures: BulletinFigures, _ fresh: [Section], seen: Int, by actor: Actor, at now: Instant
    ) throws {
        guard state == .draft else {
            throw DomainError.conflict("这期通报\(state.chinese)，不能更新数据；要更新请先修改或者提出更正。")
        }
        guard seen == revision else { throw DomainError.conflict("这期通报刚刚被别人改过，请刷新后重新修改。") }
        let old = Dictionary(sections.map { ($0.key, $0) }) { first, _ in first }
        let keys = Set(fresh.map(\.key))
        let alone = sections.filter { $0.isEdited && !keys.contains($0.key) }
        changes = FigureChange.all(from: self.figures, to: figures)
        sections = fresh.map { old[$0.key]?.renewed(as: $0) ?? $0 } + alone
        (self.figures, generatedAt) = (figures, now)
        if !editors.contains(actor.accountID) { editors.append(actor.accountID) }
        revision += 1
    }
}

extension Bulletin.Section {
    fileprivate func renewed(as fresh: Bulletin.Section) -> Bulletin.Section {
        var section = fresh
        let isOther = fresh.original != original
        section.before = isOther ? original : nil
        guard isEdited else { return section }
        section.text = text
        section.isOutdated = isOther ? true : isOutdated
        return section
    }
}

extension Bulletin {
    /// Nobody answers for words that were changed after they read them.
    func requireRead(_ seen: Int?) throws {
        guard seen == nil || seen == revision else {
            throw DomainError.conflict("您看过以后又改过，请刷新页面再看一遍。")
        }
    }
}
