namespace CrimeInsight.Core.People;

/// <summary>How an account stands.</summary>
public enum PersonState
{
    /// <summary>Can sign in.</summary>
    Active,

    /// <summary>Has a one-time code and no password yet.</summary>
    Invited,

    /// <summary>Has no password, and no code that would still open: needs a new one.</summary>
    CodeExpired,

    /// <summary>Cannot sign in.</summary>
    Disabled,
}
