namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>How a reader names a period of their own.</summary>
public enum PeriodForm
{
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,
    Days,

    /// <summary>From a day to the newest.</summary>
    Since,
    Months,
}
