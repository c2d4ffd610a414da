namespace CrimeInsight.Core.People;

/// <summary>Why people were not changed.</summary>
public enum PersonRefusal
{
    /// <summary>The administrator may not, or may not any more.</summary>
    NotAllowed,

    /// <summary>Somebody has the sign-in name.</summary>
    NameTaken,
}
