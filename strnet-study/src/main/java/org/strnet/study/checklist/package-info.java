/**
 * Reporting checklists of a study: STARD-AI, TRIPOD+AI and CLAIM 2024. What the program knows
 * enters as {@link org.strnet.study.checklist.StudyFacts}; each item leaves filled, pointed to, or
 * marked missing with what the authors must write. The items stand in one resource per checklist,
 * in this project's words; the official forms are what authors submit.
 */
@NullMarked
package org.strnet.study.checklist;

import org.jspecify.annotations.NullMarked;
