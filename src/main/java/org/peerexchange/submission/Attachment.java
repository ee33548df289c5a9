package org.peerexchange.submission;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file somebody uploaded for a request; once its submission is sent it belongs to that version. */
@Entity
@Table(name = "attachments")
public class Attachment {

    @Id
    private UUID id;

    @Column(name = "case_number")
    private String caseNumber;

    @Column(name = "submission_id")
    private UUID submissionId;

    @Column(name = "task_id")
    private String taskId;

    private String upload;
    private String name;

    @Column(name = "content_type")
    private String contentType;

    private long size;
    private String sha256;

    @Basic(fetch = FetchType.LAZY)
    private byte[] content;

    @Basic(fetch = FetchType.LAZY)
    private byte[] thumbnail;

    @Column(name = "uploaded_by")
    private String uploadedBy;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    protected Attachment() {}

    /**
     * @param taskId the request it was uploaded for
     * @param upload the name of the upload field
     * @param name what the person's file was called; for display only
     * @param contentType found from the content, never taken from the browser
     */
    public Attachment(
            String caseNumber,
            String taskId,
            String upload,
            String name,
            String contentType,
            byte[] content,
            String sha256,
            String uploadedBy,
            Instant uploadedAt) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.taskId = taskId;
        this.upload = upload;
        this.name = name;
        this.contentType = contentType;
        this.size = content.length;
        this.sha256 = sha256;
        this.content = content;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
    }

    /** The same file with a small picture of it, a JPEG. */
    public Attachment withThumbnail(byte[] picture) {
        thumbnail = picture;
        return this;
    }

    public UUID id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public UUID submissionId() {
        return submissionId;
    }

    public String taskId() {
        return taskId;
    }

    public String upload() {
        return upload;
    }

    public String name() {
        return name;
    }

    public String contentType() {
        return contentType;
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    public byte[] content() {
        return content;
    }

    /** A small picture of it, a JPEG; null when it is no picture. */
    public byte[] thumbnail() {
        return thumbnail;
    }
}
