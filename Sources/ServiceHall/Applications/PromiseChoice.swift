import Cases
import Refusals
import Services
import Web

/// What an applicant promises when handing in: to bring a secondary material later (容缺受理), or that the conditions are
/// met, instead of proving it (告知承诺).
struct PromiseChoice: Sendable, Hashable {
    static let deferredField = "deferred"
    static let commitmentField = "commitment"
    static let promise = "promise"
    static let proof = "proof"

    /// Ids of the materials promised for later.
    var deferred: Set<String> = []
    /// ``promise``, ``proof``, or nothing chosen.
    var commitment = ""

    var commits: Bool { commitment == Self.promise }
}

extension PromiseChoice {
    init(_ form: FormData) {
        deferred = Set(form.all(Self.deferredField).filter { !$0.isEmpty })
        commitment = form[Self.commitmentField] ?? ""
    }
}

extension Wizard {
    /// The required materials that have not been brought.
    var missing: [Material] {
        item.askedMaterials.filter { $0.isRequired && draft.uploads(for: $0.id).isEmpty }
    }

    /// Whether the application can be handed in without it, on a promise.
    func mayPromise(_ material: Material) -> Bool { mayDefer(material) || mayReplace(material) }

    func mayDefer(_ material: Material) -> Bool { item.deferral != nil && material.isDeferrable }

    func mayReplace(_ material: Material) -> Bool {
        commitments.contains { $0.commitment?.replaces.contains(material.id) == true }
    }

    /// The items of the application that take a promise.
    var commitments: [ServiceItem] { ([item] + children.map(\.item)).filter { $0.commitment != nil } }

    /// What of it is missing and may come later.
    var deferrable: [Material] { missing.filter(mayDefer) }

    /// What is wrong with what was promised.
    func errors(of choice: PromiseChoice) -> [FieldError] {
        let unproven = missing.filter { mayReplace($0) && !mayDefer($0) }
        let commitment =
            unproven.isEmpty || choice.commits
            ? [] : [FieldError(PromiseChoice.commitmentField, "不选择承诺的，请上传「\(unproven[0].name)」。")]
        let unkept = deferrable.filter {
            !choice.deferred.contains($0.id) && !(choice.commits && mayReplace($0))
        }
        let deferred =
            unkept.isEmpty
            ? [] : [FieldError(PromiseChoice.deferredField, "请上传「\(unkept[0].name)」，或者勾选承诺后补。")]
        return commitment + deferred
    }
}
