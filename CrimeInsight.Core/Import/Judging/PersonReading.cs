using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What a cell says of a person.</summary>
/// <param name="Gender">Null when it says none.</param>
/// <param name="Age">Null when it says none, or a day of birth.</param>
internal readonly record struct PersonReading(Gender? Gender, AgeReading? Age)
{
    /// <summary>Of birth, day first; the age follows from the day of the offence.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>The same with day and month the other way round; null where only one way is a date.</summary>
    public DateOnly? BornOtherwise { get; init; }

    /// <summary>The word is one for a child (girl, बालक): of age only where an age says so.</summary>
    public bool IsChild { get; init; }

    /// <returns>Null where the age on a day cannot be told.</returns>
    public AgeReading? AgeOn(DateOnly day)
    {
        if (Born is not { } born)
            return Age;
        var age = Since(born, day);
        return BornOtherwise is not { } other || Since(other, day) == age ? age : null;
    }

    private static AgeReading? Since(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
        return day >= born && years <= AgeText.Most ? AgeBands.FromYears(years) : null;
    }
}
