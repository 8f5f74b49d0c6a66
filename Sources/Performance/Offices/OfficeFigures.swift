/// Figures of people, with the offices in which they stood and without.
extension FigureOwner {
    /// The same without the office.
    var whole: FigureOwner { FigureOwner(organ: organ, post: post, accountID: accountID) }
    /// The office of a person's figures, empty for those outside offices.
    var ofOffice: FigureOwner { FigureOwner(organ: organ, office: office) }
}

extension FigureSums {
    /// What everybody did, wherever they stood.
    var wholes: FigureSums { reduce(into: [:]) { $0.add([$1.key.whole: $1.value]) } }

    /// What people did office by office; what they did outside stands under no office.
    var byOffice: FigureSums {
        reduce(into: [:]) { sums, one in
            if !one.key.post.isEmpty { sums.add([one.key.ofOffice: one.value]) }
        }
    }

    /// What everybody did with what they did in offices apart: the rest stays under no office.
    func divided(by placed: FigureSums) -> FigureSums {
        var divided = self
        for (owner, amounts) in placed {
            divided.add([owner: amounts])
            for (figure, amount) in amounts { divided.add(-amount, figure, to: owner.whole) }
        }
        return divided.compactMapValues { amounts in
            let left = amounts.filter { $0.value > 0 }
            return left.isEmpty ? nil : left
        }
    }
}
