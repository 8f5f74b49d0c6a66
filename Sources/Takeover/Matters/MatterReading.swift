import Cases
import Codes
import Government
import Identity
import Refusals
import Services
import Storage
import WorkingTime

/// Reads rows against what the district offers and knows.
struct MatterReading {
    let catalogue: ServiceCatalogue
    /// What a case of each service would be begun with today, by the service's code.
    let plans: [String: CasePlan]
    /// Whose uploads the files are.
    let uploader: Int64

    /// The case of a row, or everything that is wrong with it.
    func matter(_ row: MatterRow, on day: CivilDate, in tx: Transaction) throws
        -> Result<OldMatter, MatterMistakes>
    {
        var cells = MatterCells(row)
        let isAccepted = cells.isAccepted()
        let (filedAt, acceptedAt) = (cells.time(.filedAt), cells.time(.acceptedAt))
        let (pauses, extensions, ending) = (cells.pauses(), cells.extensions(), cells.ending())
        let service = service(&cells)
        let applicant = try applicant(&cells, on: day, in: tx)
        let street = try street(&cells, in: tx)
        let form = service.map { answers(to: $0.item, &cells) } ?? [:]
        let materials = materials(for: service.flatMap { plans[$0.code] }, filedAt, &cells)
        guard cells.mistakes.isEmpty, let service, let plan = plans[service.code], let applicant, let filedAt,
            let isAccepted
        else { return .failure(MatterMistakes(words: cells.mistakes.joined())) }
        let filing = Filing(
            plan: plan, applicant: applicant, channel: FilingRecord.takenOver,
            form: form.mapValues(\.value), materials: materials, street: street)
        return .success(
            OldMatter(
                reference: row[.reference], filing: filing, filedAt: filedAt,
                acceptedAt: isAccepted ? acceptedAt : nil, pauses: pauses, extensions: extensions,
                ending: ending, history: cells.history(), uploader: uploader))
    }

    private func service(_ cells: inout MatterCells) -> PublicService? {
        let text = cells.row[.item]
        guard !text.isEmpty else { return nil }
        let found = Self.service(named: text, in: catalogue)
        if let found {
            if found.item.isJoint { cells.refuse("“\(found.item.name)”是一件事，请按其中的事项逐件迁入。") }
            if plans[found.code] == nil, !found.item.isJoint {
                cells.refuse("“\(found.item.name)”的主管部门已调整，不能迁入。")
            }
        } else {
            cells.refuse("本区没有“\(text)”这个事项，请写实施编码、基本编码或者完整的名称。")
        }
        return found
    }

    /// The service that a file means by a code or a name.
    static func service(named text: String, in catalogue: ServiceCatalogue) -> PublicService? {
        catalogue.service(text)
            ?? catalogue.services.first { $0.item.basicCode == text || $0.item.name == text }
    }

    private func applicant(
        _ cells: inout MatterCells, on day: CivilDate, in tx: Transaction
    ) throws -> Applicant? {
        let (name, code) = (cells.row[.applicant], cells.row[.code].uppercased())
        let phone = cells.row[.phone].isEmpty ? nil : cells.row[.phone]
        guard !code.isEmpty else { return nil }
        if let number = try? IdentityNumber(code) {
            let person = try Directory.person(identityNumber: number, in: tx)
            if let person, person.name != name { cells.refuse("证件号码在人口库中是另一个人的，请核对。") }
            return Applicant(
                kind: .person, name: name, code: number.text, personID: person?.id,
                accountID: try person.flatMap { try Accounts.accountID(ofPerson: $0.id, in: tx) },
                phone: phone)
        }
        guard let credit = try? CreditCode(code) else {
            cells.refuse("“证件号码”既不是有效的身份证号码，也不是有效的统一社会信用代码。")
            return nil
        }
        if let known = try Directory.entity(credit, in: tx), known.name != name {
            cells.refuse("统一社会信用代码在法人库中是“\(known.name)”，请核对。")
        }
        return Applicant(kind: .entity, name: name, code: credit.text, phone: phone)
    }

    private func street(_ cells: inout MatterCells, in tx: Transaction) throws -> String? {
        let text = cells.row[.division]
        guard !text.isEmpty else { return nil }
        guard let code = try? DivisionCode(text),
            let street = try Directory.streetOrgan(forDivision: code, in: tx)
        else {
            cells.refuse("“行政区划代码”不是本区的街道或者社区。")
            return nil
        }
        return street
    }

    /// The answers that stand in the file; what does not stand there stays open, and is read in the older system.
    private func answers(to item: ServiceItem, _ cells: inout MatterCells) -> FormAnswers {
        var given: FormAnswers = [:]
        for (question, answer) in cells.answers() {
            guard let field = item.fields.first(where: { $0.label == question || $0.name == question }) else {
                cells.refuse("“\(item.name)”的表单里没有“\(question.prefix(40))”。")
                continue
            }
            guard ![.table, .file, .signature].contains(field.kind) else {
                cells.refuse("“\(field.label)”不能从文件迁入。")
                continue
            }
            do throws(FieldError) { given[field.name] = try field.read(field.value(of: answer)) } catch {
                cells.refuse(error.sentence.chinese)
            }
        }
        return given
    }
}

/// What is wrong with a row, in words.
struct MatterMistakes: Error, Sendable, Hashable {
    let words: String
}

extension FormField {
    /// An answer as people write it: options by their words.
    fileprivate func value(of answer: String) -> FormValue {
        func pick(_ text: String) -> String { options.first { $0.label == text }?.value ?? text }
        guard kind == .choices else { return .string(pick(answer)) }
        return .list(answer.split(separator: "、").map { pick(String($0).trimmingBlanks) })
    }
}
