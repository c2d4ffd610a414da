using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads gender and age of a victim or an accused: from two columns, or from one that holds both. What is not known stays unknown. A text seen before
/// costs a look-up.
/// </summary>
internal sealed class PersonColumns(FileLayout layout, ImportTally tally)
{
    private readonly ValueCache<PersonReading?> _people = new(PersonText.Read);

    /// <param name="on">Day of the offence, to which a day of birth is an age.</param>
    public (Gender Gender, AgeReading Age) Read(in RawRow record, RowRejects rejects, ImportField genderField, ImportField ageField, DateOnly on)
    {
        var genderText = layout.Read(record, genderField);
        var ageText = layout.Read(record, ageField);
        var byGender = _people.Read(genderText);
        var byAge = _people.Read(ageText);
        var gender = byGender?.Gender ?? byAge?.Gender ?? Gender.Unknown;
        if (byGender is null || (byGender is { Gender: null } && !genderText.IsEmpty) || AreOpposed(byGender, byAge))
            rejects.AddPerson(record, genderField, RejectReason.GenderUnknown, PersonText.IsBirth(genderText));
        else
            Note(genderField, genderText, CodeLists.NameOf(gender));
        var age = AgeOf(byAge, on);
        var isBirth = byAge is { Born: not null };
        if (!ageText.IsEmpty && age is null)
            rejects.AddPerson(record, ageField, RejectReason.AgeInvalid, PersonText.IsBirth(ageText));
        else if (age is { } read)
            Note(ageField, isBirth ? PersonalData.Blotted : ageText, CodeLists.NameOf(read.Band));
        var known = age ?? (ageText.IsEmpty ? AgeOf(byGender, on) : null) ?? AgeBand.Unknown;
        var isChild = known.Band == AgeBand.Unknown && (byGender is { IsChild: true } || byAge is { IsChild: true });
        return (gender, isChild ? AgeReading.Minor : known);
    }

    private static AgeReading? AgeOf(PersonReading? person, DateOnly on) => person is { } read ? read.AgeOn(on) : null;

    private static bool AreOpposed(PersonReading? first, PersonReading? second) =>
        first is { Gender: { } one and not Gender.Unknown } && second is { Gender: { } other and not Gender.Unknown } && one != other;

    private void Note(ImportField field, ReadOnlySpan<char> text, string name)
    {
        if (!text.IsEmpty && !text.SequenceEqual(name))
            tally.Preparing.Note(PreparationStep.Categories, layout.NameOf(field), text, name);
    }
}
