namespace CrimeInsight.Core.Incidents;

/// <summary>Gender as recorded in the case file. Values are stored; never renumber.</summary>
public enum Gender : short
{
    Unknown = 0,
    Male = 1,
    Female = 2,
    Transgender = 3,
}
