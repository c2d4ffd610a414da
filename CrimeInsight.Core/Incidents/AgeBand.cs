namespace CrimeInsight.Core.Incidents;

/// <summary>
/// Age bands of NCRB's victim tables. Exact ages are never stored: a band is the finest the product knows.
/// Values are stored; never renumber.
/// </summary>
public enum AgeBand : short
{
    Unknown = 0,
    Below6 = 1,
    From6To11 = 2,
    From12To15 = 3,
    From16To17 = 4,
    From18To29 = 5,
    From30To44 = 6,
    From45To59 = 7,
    From60 = 8,
}
