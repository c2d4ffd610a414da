namespace CrimeInsight.Core.People.Files;

/// <summary>What becomes of a row.</summary>
public enum PeopleFileOutcome
{
    Invited,
    Changed,

    /// <summary>The person is that already.</summary>
    Same,
    Refused,
}
