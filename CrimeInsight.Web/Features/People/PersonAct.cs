namespace CrimeInsight.Web.Features.People;

/// <summary>What an administrator does to a person.</summary>
public enum PersonAct
{
    Change,
    Reset,
    EndSessions,
    ResetFactor,
    Disable,
    Enable,
}
