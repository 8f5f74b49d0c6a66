import Refusals

/// Nobody takes in what accuses them, and nobody reviews what they have said themselves.
extension RequestRules {
    /// On which process a request runs, and the key of the office that takes it in. What accuses that office itself is a
    /// petition at the one in its place, whatever it would be otherwise.
    ///
    /// - Throws: `conflict` when the rules name none.
    func intake(of category: RequestCategory, against accused: String) throws -> (
        process: RequestProcess, office: String
    ) {
        let office = offices[category.track] ?? ""
        guard !accused.isEmpty, accused == office else { return (RequestProcess(category.track), office) }
        guard let substitute = substitutes?[category.track], substitute != accused else {
            throw DomainError.conflict("受理的单位就是被反映的单位，规则没有写明由谁代为受理，请联系管理员。")
        }
        return (.petition, substitute)
    }

    /// The key of the organ that reviews.
    ///
    /// - Parameter involved: the accused one, and those that have given an opinion already.
    /// - Throws: `conflict` when the rules name none besides these.
    func organ(of review: Review, besides involved: Set<String>) throws -> String {
        let named = [review.organ, review.substitute].compactMap(\.self)
        guard let organ = named.first(where: { !involved.contains($0) }) else {
            throw DomainError.conflict("规则写明的\(review.name)机关就是作出意见或者被反映的单位，请联系管理员。")
        }
        return organ
    }

    /// What the rules say of offices in their place that cannot be.
    var partialities: [Sentence] {
        var faults: [Sentence] = []
        for (track, substitute) in substitutes ?? [:] where offices[track] == substitute {
            faults.append("「\(track.chinese)」的代受理单位就是受理单位自己。")
        }
        if Set(reviews.map(\.organ)).count != reviews.count {
            faults.append("复查和复核不能是同一个单位，复核由复查机关的上一级作出。")
        }
        for review in reviews where review.substitute == review.organ {
            faults.append("「\(review.name)」的代办机关就是它自己。")
        }
        return faults
    }
}
