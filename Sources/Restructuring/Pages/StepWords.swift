import Identity

/// Steps in words.
struct StepWords {
    let names: Names

    func words(_ step: RestructuringStep) -> String {
        switch step {
        case .rename(let organ, let name, let fullName): "\(names[organ])更名为\(name)（\(fullName)）"
        case .create(let new): "组建\(new.name)（\(new.fullName)，\(new.code)）"
        case .merge(let organs, let heir):
            "\(organs.map { names[$0] }.joined(separator: "、"))并入\(names[heir])"
        case .split(let split): words(split)
        case .abolish(let organ, let heir): "撤销\(names[organ])，由\(names[heir])承接"
        case .movePost(let move):
            "账号 \(move.login) 的「\(move.role.chinese)」岗位由\(names[move.from])转到\(names[move.to])"
        }
    }

    private func words(_ split: RestructuringStep.Split) -> String {
        let others = split.heirs.subtracting([split.rest]).sorted().map { names[$0] }
        let parts = "指定事项 \(split.items.count) 项、岗位 \(split.posts.count) 个、办件 \(split.cases.count) 件"
        return """
            拆分\(names[split.organ])：其余由\(split.staysAlive ? "本部门保留" : "\(names[split.rest])承接")\
            \(others.isEmpty ? "" : "，部分交\(others.joined(separator: "、"))")；\(parts)
            """
    }
}
