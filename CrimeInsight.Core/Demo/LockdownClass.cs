namespace CrimeInsight.Core.Demo;

/// <summary>How a head answered the lockdown of spring 2020.</summary>
public enum LockdownClass
{
    /// <summary>Needs open streets, shops and roads: a sharp dip.</summary>
    Street,

    /// <summary>Between people who know each other, often reported later: a milder dip.</summary>
    Private,

    /// <summary>By telephone and online: hardly touched.</summary>
    Online,

    /// <summary>Disobedience of orders and epidemic rules: far up.</summary>
    Disobedience,
}
