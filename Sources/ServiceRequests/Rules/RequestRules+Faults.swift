import Refusals

extension RequestRules {
    /// What does not fit together.
    public var faults: [Sentence] {
        var faults: [Sentence] = []
        for track in Track.allCases where offices[track] == nil {
            faults.append("没有写明由谁受理「\(track.chinese)」。")
        }
        for days in limits.days where !(1...365).contains(days) { faults.append("期限应在 1 到 365 之间。") }
        if !(0...5).contains(limits.returns) { faults.append("退回次数应在 0 到 5 之间。") }
        if !(0...100).contains(limits.callBacks) { faults.append("回访比例应在 0 到 100 之间。") }
        if !(1...240).contains(limits.urgent) { faults.append("紧急工单的期限应在 1 到 240 小时之间。") }
        if !(1...60).contains(limits.assistingDays) { faults.append("会办的期限应在 1 到 60 个工作日之间。") }
        if !(1...20).contains(limits.assistingOrgans) { faults.append("会办单位应在 1 到 20 个之间。") }
        if routes?.contains(where: { $0.words.isEmpty || $0.organ.isEmpty }) == true {
            faults.append("按词分派的每一行要写词和单位。")
        }
        if !(1...100).contains(limits.daily) { faults.append("每天最多提交的件数应在 1 到 100 之间。") }
        if Set(categories.map(\.code)).count != categories.count { faults.append("类别的代码有重复。") }
        if Set(kinds.map(\.code)).count != kinds.count { faults.append("诉求类型的代码有重复。") }
        if categories.isEmpty || kinds.isEmpty { faults.append("至少要有一个类别和一种诉求类型。") }
        if reviews.count != 2 { faults.append("复查和复核各写一行。") }
        return faults + partialities
    }
}
