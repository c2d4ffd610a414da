namespace CrimeInsight.Core.OfficialFigures;

/// <summary>What may explain how two figures differ. The names are written into files: never rename.</summary>
public enum ValidationReason
{
    /// <summary>The data are a sample by design: expected is the same share of the official figure.</summary>
    Sample,

    /// <summary>The official figure is a printed total divided by another year's parts.</summary>
    Estimated,

    /// <summary>Months of the year are missing from the data.</summary>
    MonthsMissing,

    /// <summary>Districts that have official cases have none of ours.</summary>
    MissingUnits,

    /// <summary>NCRB counts a case under its gravest offence alone.</summary>
    PrincipalOffence,

    /// <summary>A Zero FIR may be held by both stations; NCRB counts it once.</summary>
    ZeroFir,

    /// <summary>Cases without a date of registration are counted by that of the offence.</summary>
    Registration,

    /// <summary>The official figure is of the borders of its year, ours of today's.</summary>
    Borders,
}
