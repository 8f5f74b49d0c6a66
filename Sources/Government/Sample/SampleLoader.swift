import Storage

extension SampleDistrict {
    /// Registers everything that is not registered yet; what an administrator has edited since stays.
    func load(in transaction: Transaction) throws {
        for (position, organ) in organs.enumerated() {
            try Directory.register(organ, position: position, in: transaction)
        }
        for entry in offices {
            for (place, name) in entry.names.enumerated() {
                try Directory.register(
                    OrganOffice(organ: entry.organ, position: place + 1, name: name), in: transaction)
            }
        }
        for division in divisions {
            try Directory.register(division, in: transaction)
        }
        for entry in persons {
            try Directory.register(entry.person(id: transaction.ids.next()), in: transaction)
        }
        for entry in legalEntities {
            try entry.register(in: transaction)
        }
    }
}

extension SampleDistrict.PersonEntry {
    fileprivate func person(id: Int64) -> Person {
        Person(
            id: id, name: name, identityNumber: identityNumber, phone: phone, division: division,
            address: address)
    }
}

extension SampleDistrict.EntityEntry {
    fileprivate func register(in transaction: Transaction) throws {
        let representative = try Directory.person(
            identityNumber: representativeIdentity, in: transaction)
        let entity = LegalEntity(
            id: transaction.ids.next(), name: name, creditCode: creditCode, kind: kind,
            legalRepresentative: legalRepresentative, representativeID: representative?.id, phone: phone,
            division: division, address: address, registeredOn: registeredOn, scope: scope)
        try Directory.register(entity, in: transaction)
    }
}
