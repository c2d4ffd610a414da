namespace CrimeInsight.Core.People;

/// <summary>Port: keeps on record that people asked for what they may not see.</summary>
public interface IRefusalTrail
{
    /// <summary>A person was refused. Returns at once; the record follows.</summary>
    /// <param name="subject">As <c>kind:key</c>.</param>
    void Add(Viewer viewer, string subject);
}
