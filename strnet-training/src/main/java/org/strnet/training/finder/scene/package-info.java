/**
 * What the knee finder is trained on: pictures without end, put together from films.
 *
 * <p>Enter: films kept reduced in memory ({@code ReducedFilm}) with their joints. They are laid
 * into scenes (one knee, two knees, crops on larger frames, films without a knee) and seen through
 * a window as the finder would see them. Leave: {@code FinderSample}s, values in [-1, 1] and joints
 * in pixels. {@code JointComposites} is the way in; its picture number n of a seed is always the
 * same.
 */
@NullMarked
package org.strnet.training.finder.scene;

import org.jspecify.annotations.NullMarked;
