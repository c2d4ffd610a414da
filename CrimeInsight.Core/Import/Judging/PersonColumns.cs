using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads gender and age of a victim or an accused. What is not known stays unknown.</summary>
internal sealed class PersonColumns(FileLayout layout, ImportTally tally)
{
    private readonly ValueCache<Gender?> _genders = new(text => CodeLists.TryGender(text, out var gender) ? gender : null);
    private readonly ValueCache<AgeReading?> _ages = new(text => CodeLists.Age(text));

    public (Gender Gender, AgeReading Age) Read(in RawRow record, RowRejects rejects, ImportField genderField, ImportField ageField) =>
        (ReadGender(record, rejects, genderField), ReadAge(record, rejects, ageField));

    private Gender ReadGender(in RawRow record, RowRejects rejects, ImportField field)
    {
        var text = layout.Read(record, field);
        if (_genders.Read(text) is { } gender)
        {
            Note(field, text, CodeLists.NameOf(gender));
            return gender;
        }

        rejects.Add(record, field, RejectReason.GenderUnknown);
        return Gender.Unknown;
    }

    private AgeReading ReadAge(in RawRow record, RowRejects rejects, ImportField field)
    {
        var text = layout.Read(record, field);
        if (_ages.Read(text) is { } age)
        {
            Note(field, text, CodeLists.NameOf(age.Band));
            return age;
        }

        rejects.Add(record, field, RejectReason.AgeInvalid);
        return AgeBand.Unknown;
    }

    private void Note(ImportField field, ReadOnlySpan<char> text, string name)
    {
        if (!text.IsEmpty && !text.SequenceEqual(name))
            tally.Preparing.Note(PreparationStep.Categories, layout.NameOf(field), text, name);
    }
}
