namespace CrimeInsight.Core.Demo;

/// <summary>Which stations a name part suits.</summary>
public enum StationNameKind
{
    /// <summary>A quarter of a town.</summary>
    Place,

    /// <summary>A part of the countryside, or a direction.</summary>
    Rural,

    /// <summary>A station for a subject, such as a women's police station.</summary>
    Special,
}
