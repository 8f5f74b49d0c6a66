import WorkingTime

extension ServiceItem {
    /// An organ may promise to be quicker than the law, never slower; and the steps must fit the promise.
    func limitFindings() -> [ItemFinding] {
        var found: [ItemFinding] = []
        if limits.legal == nil && limits.promised == nil {
            found.append(finding("limits", "法定时限和承诺时限至少写一个"))
        }
        if let legal = limits.legal, let promised = limits.promised,
            promised.approximateDays > legal.approximateDays
        {
            found.append(finding("limits", "承诺时限（\(promised.chinese)）不能长于法定时限（\(legal.chinese)）"))
        }
        if let whole = limits.promised ?? limits.legal, stepDays > whole.approximateDays + 0.001 {
            found.append(finding("steps", "各环节时限之和超过了\(whole.chinese)"))
        }
        if steps.isEmpty { found.append(finding("steps", "应写明办理环节")) }
        found += repeats(steps.map(\.name), at: "steps")
        return found
    }

    private var stepDays: Double { steps.reduce(0) { $0 + $1.limit.approximateDays } }

    /// One finding for every name that stands more than once.
    func repeats(_ names: [String], at path: String) -> [ItemFinding] {
        Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
            .map { finding(path, "“\($0)”写了不止一次") }
    }
}
